using System.Globalization;

namespace CodingAhead.Text.Redact.Formats;

/// <summary>
/// FHIR R4 as JSON: a resource, a bundle or resources a line. Data types that hold identifiers by FHIR's own definition (HumanName, Address, ContactPoint,
/// Identifier, Attachment, Reference) are emptied of them wherever they stand, extensions and contained resources included; every other text is read as free
/// text, with the names, dates of birth and numbers of the persons in the document as known identifiers.
/// </summary>
internal static class FhirDocument
{
    public static RedactionResult Redact(Redactor redactor, string source, Known? known, CancellationToken cancel)
    {
        var roots = JsonPlace.ReadAll(source);
        if (roots.Count == 0 || !roots.TrueForAll(r => r.Text(source, "resourceType").Length > 0)) throw new RedactionException("The input is not FHIR: expected resources as JSON, one or one a line.");
        var facts = new FhirFacts(source, known);
        foreach (var root in roots) facts.Read(root, "", "");
        var draft = new Draft(redactor, source, facts.Known, facts.Year, cancel);
        var persons = facts.Patients > 1 ? new FhirPersons(source, known, roots) : null;
        var fields = new FhirFields(draft, redactor.Policy.Providers, persons);
        foreach (var root in roots)
        {
            cancel.ThrowIfCancellationRequested();
            fields.Walk(root, null, "");
        }

        return draft.Finish();
    }
}

/// <summary>
/// Who a resource is about, in a document of several patients: the persons in it and those it points to. What is known of one patient is not looked for in
/// another's record, where it would be a word like any other.
/// </summary>
internal sealed class FhirPersons
{
    private readonly string source;
    private readonly Known? given;
    private readonly Dictionary<string, Known> byAddress = new(StringComparer.Ordinal);

    public FhirPersons(string source, Known? given, List<JsonPlace> roots)
    {
        (this.source, this.given) = (source, given);
        foreach (var root in roots)
        {
            if (root["entry"] is not { } entries) Add(root, "");
            else
            {
                foreach (var entry in entries.Children)
                {
                    if (entry["resource"] is { } resource) Add(resource, entry.Text(source, "fullUrl"));
                }
            }
        }
    }

    /// <summary>What is known of the persons of a resource.</summary>
    public Known Of(JsonPlace resource)
    {
        var facts = new FhirFacts(source, given);
        facts.Read(resource, "", "");
        var (names, dates, ids) = (facts.Known.Names.ToList(), facts.Known.Dates.ToList(), facts.Known.Ids.ToList());
        foreach (var address in facts.References)
        {
            if (!byAddress.TryGetValue(address, out var known)) continue;
            names.AddRange(known.Names);
            dates.AddRange(known.Dates);
            ids.AddRange(known.Ids);
        }

        return new Known { Names = names, Dates = dates, Ids = ids };
    }

    private void Add(JsonPlace resource, string address)
    {
        var type = resource.Text(source, "resourceType");
        if (type is not ("Patient" or "Person" or "RelatedPerson" or "Practitioner")) return;
        var facts = new FhirFacts(source, null);
        facts.Read(resource, "", "");
        if (address.Length > 0) byAddress[address] = facts.Known;
        if (resource.Text(source, "id") is { Length: > 0 } id) byAddress[$"{type}/{id}"] = facts.Known;
    }
}

/// <summary>What the persons of a document are called, and the latest year it names.</summary>
internal sealed class FhirFacts(string source, Known? given)
{
    // How a note writes the day of birth.
    private static readonly string[] Written = ["yyyy-MM-dd", "M/d/yyyy", "MM/dd/yyyy", "MMMM d, yyyy", "yyyyMMdd"];

    private readonly List<string> names = [.. given?.Names ?? []];
    private readonly List<string> dates = [.. given?.Dates ?? []];
    private readonly List<string> ids = [.. given?.Ids ?? []];

    public int Year { get; private set; }

    /// <summary>Resources of patients, contained ones included.</summary>
    public int Patients { get; private set; }

    /// <summary>What is pointed to: as it stands, and without the server before it.</summary>
    public HashSet<string> References { get; } = new(StringComparer.Ordinal);

    public Known Known => new() { Names = names, Dates = dates, Ids = ids };

    public void Read(JsonPlace place, string resource, string key)
    {
        if (place.Key.Length > 0) key = place.Key;
        if (place.IsText)
        {
            var text = place.Text(source);
            if (key != "birthDate" && FhirDates.IsDate(text)) Year = Math.Max(Year, int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture));
            if (key == "birthDate") Birth(text);
            if (key == "reference" && References.Add(text) && text.Split('/') is [.., var kind, var id]) References.Add($"{kind}/{id}");
            return;
        }

        if (place.Text(source, "resourceType") is { Length: > 0 } type)
        {
            resource = type;
            if (type == "Patient") Patients++;
        }

        if (place.Kind == '{' && resource is "Patient" or "Person" or "RelatedPerson" or "Practitioner" or "Coverage" or "FamilyMemberHistory")
        {
            if (FhirTypes.IsName(place, key)) Name(place);
            if (resource != "Practitioner" && FhirTypes.IsIdentifier(place, key) && place.Text(source, "value") is { Length: >= 4 } id) ids.Add(id);
            if (resource != "Practitioner" && FhirTypes.IsContact(place, key) && place.Text(source, "value") is { Length: >= 7 } contact) ids.Add(contact.Replace("tel:", "", StringComparison.Ordinal));
        }
        else if (place.Kind == '{' && FhirTypes.IsName(place, key)) Name(place);

        foreach (var child in place.Children) Read(child, resource, key);
    }

    private void Name(JsonPlace place)
    {
        var parts = place["given"]?.Children.Select(c => c.Text(source)).ToList() ?? [];
        parts.Add(place.Text(source, "family"));
        var name = string.Join(' ', parts.Where(static p => p.Length > 0));
        if (name.Length > 1 && !Draft.IsToken(name)) names.Add(name);
        if (place.Text(source, "text") is { Length: > 1 } text && !Draft.IsToken(text)) names.Add(text);
    }

    private void Birth(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            dates.AddRange(Written.Select(f => date.ToString(f, CultureInfo.InvariantCulture)));
    }
}

/// <summary>Data types of FHIR by the name of the element that holds them and by what they have.</summary>
internal static class FhirTypes
{
    public static bool IsName(JsonPlace place, string key) => place.Kind == '{' && (key == "valueHumanName" || place["family"] is { IsText: true } || key == "name" && (place["family"] ?? place["given"] ?? place["text"] ?? place["use"]) is not null);

    public static bool IsAddress(JsonPlace place, string key) => place.Kind == '{' && key.EndsWith("ddress", StringComparison.Ordinal) && (place["line"] ?? place["city"] ?? place["postalCode"] ?? place["text"] ?? place["district"] ?? place["state"] ?? place["country"]) is not null;

    public static bool IsContact(JsonPlace place, string key) => place.Kind == '{' && (key is "telecom" or "valueContactPoint" || place["value"] is { IsText: true } && place["rank"] is not null);

    public static bool IsIdentifier(JsonPlace place, string key) => place.Kind == '{' && key.EndsWith("dentifier", StringComparison.Ordinal) && place["value"] is { IsText: true };

    public static bool IsAttachment(JsonPlace place, string key) =>
        place.Kind == '{' && place["resourceType"] is null && (place["data"] ?? place["url"] ?? place["title"] ?? place["hash"]) is not null && (place["contentType"] is not null || key is "attachment" or "photo" or "valueAttachment" or "presentedForm" or "image" or "contentAttachment");
}

/// <summary>Dates as FHIR writes them.</summary>
internal static class FhirDates
{
    /// <summary>A month, a day or an instant; a year alone is none.</summary>
    public static bool IsDate(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[4] == '-' && Digits(text[..4]) && text[0] is '1' or '2' && Digits(text.Slice(5, 2)) && (text.Length == 7 || text.Length >= 10 && text[7] == '-' && Digits(text.Slice(8, 2)) && (text.Length == 10 || text[10] == 'T' && Clock(text[11..])));

    /// <summary>The year, in the form of the element: an instant has to have a day and a time, so that it becomes the first one of its year.</summary>
    public static string Year(string text, bool instant) => instant ? text[..4] + "-01-01T00:00:00Z" : text[..4];

    private static bool Clock(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && c is not (':' or '.' or '+' or '-' or 'Z')) return false;
        }

        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
