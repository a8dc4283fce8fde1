using CodingAhead.Codes;
using CodingAhead.Site.Books;

namespace CodingAhead.Site.Fhir;

/// <summary>
/// A value set that follows from a code system, named as SNOMED CT's implicit ones are: <c>[system]?fhir_vs</c> all codes, <c>?fhir_vs=billable</c> those that
/// may stand on a claim, <c>?fhir_vs=isa/E11</c> a code and those that begin with it. The system's own address and <c>[system]/vs</c> name all codes too.
/// </summary>
/// <param name="Systems">Its code systems.</param>
/// <param name="Under">The code that its codes begin with; empty: all.</param>
/// <param name="Billable">Without headings.</param>
public sealed record ImplicitValueSet(IReadOnlyList<FhirSystem> Systems, string Under, bool Billable)
{
    /// <summary>Codes of every system: one box for all of them.</summary>
    public const string Everything = "urn:codingahead:valueset:all";

    private static readonly Dictionary<string, ImplicitValueSet> Whole = FhirSystem.All
        .SelectMany(s => new[] { s.Uri, s.ValueSet, s.Uri + "/vs", s.Id }.Select(u => (Name: u, Set: new ImplicitValueSet([s], "", false))))
        .Append((Everything, new ImplicitValueSet(FhirSystem.All, "", false)))
        .Append(("all", new ImplicitValueSet(FhirSystem.All, "", false)))
        .Append(("http://hl7.org/fhir/ValueSet/cpt-all", new ImplicitValueSet([FhirSystem.All.First(s => s.Id == "cpt")], "", false)))
        .ToDictionary(u => u.Item1, u => u.Item2, StringComparer.Ordinal);

    /// <summary>The sets of the book it draws from.</summary>
    public IReadOnlyList<CodeSet> Sets { get; } = [.. Systems.SelectMany(s => s.Sets).Distinct()];

    /// <summary>Its address.</summary>
    public string Url => Systems.Count > 1 ? Everything : Systems[0].ValueSet + (Under.Length > 0 ? $"=isa/{CodeKey.Written(Systems[0].Sets[0], Under)}" : Billable ? "=billable" : "");

    /// <summary>The value set of an address or id, without its version; null when there is none.</summary>
    public static ImplicitValueSet? Of(string url)
    {
        if (Whole.TryGetValue(url, out var whole)) return whole;
        var at = url.IndexOf("?fhir_vs=", StringComparison.Ordinal);
        if (at < 0 || FhirSystem.Of(url[..at]) is not { } system) return null;
        var rest = url.AsSpan(at + "?fhir_vs=".Length);
        if (rest.SequenceEqual("billable")) return new ImplicitValueSet([system], "", true);
        return rest.StartsWith("isa/") && CodeKey.TryParse(system.Sets[0], rest[4..], out var key) && key.Code.Length <= 7 && !key.Code.Contains('-', StringComparison.Ordinal) ? new ImplicitValueSet([system], key.Code, false) : null;
    }

    /// <summary>Whether a code is in it on a date, apart from its status.</summary>
    public bool Has(OpenBook open, CodeKey key, DateOnly on)
    {
        if (Under.Length > 0 && !key.Code.StartsWith(Under, StringComparison.Ordinal) || Billable && !Titles.Billable(open.Book, key, on)) return false;
        foreach (var system in Systems)
        {
            if (system.Has(key)) return true;
        }

        return false;
    }
}
