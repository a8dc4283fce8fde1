using CodingAhead.Codes;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Cli;

/// <summary>What a line of <c>--jsonl</c> input asks for, checked; what it leaves out comes from the command line.</summary>
internal static class Requested
{
    /// <summary>Longer texts are not repeated in full.</summary>
    private const int MaxEcho = 40;

    /// <summary>What was typed, fit for a message: its first forty characters.</summary>
    public static string Cut(string text) => text.Length <= MaxEcho ? text : text[..MaxEcho] + "…";

    public static bool TrySets(Request request, IReadOnlyList<CodeSet> otherwise, out IReadOnlyList<CodeSet> sets, out string? error)
    {
        (sets, error) = (otherwise, null);
        if (request.Set is null) return true;
        var list = new List<CodeSet>();
        foreach (var name in request.Set.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (CodeSets.TryParse(name, out var set) && CodeSets.Searchable.Contains(set)) list.Add(set);
            else error = $"'{Cut(name)}' is not a code set";
        }

        sets = list;
        return error is null;
    }

    public static bool TryDate(Request request, DateOnly otherwise, out DateOnly on, out string? error)
    {
        (on, error) = (otherwise, null);
        if (request.On is null || Day.TryParse(request.On, out on)) return true;
        error = $"'{Cut(request.On)}' is not a date; expected yyyy-MM-dd";
        return false;
    }

    public static bool TryPlace(Request request, Place? otherwise, out Place? place, out string? error)
    {
        place = Place.Of(request.Zip, request.Mac, request.Locality) ?? otherwise;
        error = place?.Error;
        return error is null;
    }
}
