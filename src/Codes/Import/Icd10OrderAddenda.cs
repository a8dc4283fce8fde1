using System.Globalization;
using System.Text;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The addenda to an order file (<c>icd10cm-order-addenda-2026.txt</c>, <c>order_addenda_2026.txt</c>): what was added, deleted and revised against
/// the edition before, then counts. Described in CDC/NCHS <c>icd10OrderFiles.pdf</c> and CMS <c>icd10pcsOrderFile.pdf</c>: action in columns 1–13, then for
/// ICD-10-CM flag, blank, code of seven, blank, short title of sixty, blank, long title; ICD-10-PCS has no flag.
/// Two files of the same year in the counts, or a month behind it, mean an update within the year; the edition is nevertheless dated by the file's name.
/// </summary>
public sealed class Icd10OrderAddenda : IImporter
{
    /// <summary>One row an action: <c>add</c>, <c>delete</c>, <c>revise-from</c>, <c>revise-to</c>. The flag is blank for ICD-10-PCS; titles are kept where they were revised (the order file has the others).</summary>
    public static readonly Table Addenda = new("order-addenda", "action", "billable", "short", "long") { Snapshot = false };

    private const int Action = 13;

    internal static readonly (string Printed, string Action)[] Actions =
        [("Add:", "add"), ("Delete:", "delete"), ("Revise from:", "revise-from"), ("Revise to:", "revise-to")];

    /// <inheritdoc/>
    public string Name => "icd10-order-addenda";

    /// <inheritdoc/>
    public string Publisher => "CDC/NCHS, CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Addenda];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe)
    {
        var lines = probe.FirstLines.Where(l => l.Trim().Length > 0).ToList();
        if (lines.Count == 0) return false;
        if (lines[0].Trim() == "Headers") return lines.Any(l => l.Contains(" headers in icd10", StringComparison.Ordinal));
        var actions = lines.TakeWhile(IsAction).ToList();
        return actions.Count > 0 && actions.All(l => IsCm(Encoding.UTF8.GetBytes(l)) || IsPcs(Encoding.UTF8.GetBytes(l)));
    }

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var set = SetOf(file);
        // An erratum's addenda add to the earlier ones: not a revision that replaces them.
        sink.Edition(Icd.Edition(file, set == CodeSet.Icd10Cm ? "icd10cm-order-addenda" : "icd10pcs-order-addenda") with { Revision = 0 });
        using var lines = file.Lines();
        var compared = new List<string>();
        var counts = false;
        var revising = false;
        while (lines.Read())
        {
            var line = lines.Current;
            if (line.Trim((byte)' ').IsEmpty) continue;
            var action = ActionOf(line);
            if (action is null)
            {
                counts = true;
                ReadCount(file, Encoding.UTF8.GetString(line).Trim(), lines.Number, compared);
                continue;
            }

            if (counts) throw file.Error(lines.Number, $"'{action}' after the counts", "every action before the counts");
            if (set == CodeSet.Icd10Cm ? !IsCm(line) : !IsPcs(line))
                throw file.Error(lines.Number, $"'{Icd.Shown(Encoding.UTF8.GetString(line))}'", set == CodeSet.Icd10Cm ? "flag, code, short title of sixty and long title from column 14" : "code, short title of sixty and long title from column 14");
            if (revising != (action == "revise-to")) throw file.Error(lines.Number, $"'{action}' {(revising ? "after" : "without")} 'Revise from'", "each 'Revise from' followed by its 'Revise to'");
            revising = action == "revise-from";
            var at = set == CodeSet.Icd10Cm ? Action + 2 : Action;
            if (!CodeKey.TryParse(set, line[at..(at + 7)], out var key)) throw file.Error(lines.Number, "a code that cannot be read", "a code");
            var revised = action.StartsWith("revise", StringComparison.Ordinal);
            sink.Row().Column(action).Column(set == CodeSet.Icd10Cm ? line[Action..(Action + 1)] : [])
                .Column(revised ? line[(at + 8)..(at + 68)] : []).Column(revised ? line[(at + 69)..] : []).End(Addenda, key, lines.Number);
        }

        if (revising) throw file.Error(lines.Number, "the end after 'Revise from'", "its 'Revise to'");
        if (!counts && sink.Facts.Count == 0) throw file.Error(0, "neither actions nor counts", "the addenda of an order file");
        if (compared.Count >= 2 && Year(compared[0]) is { } before && Year(compared[1]) is { } now && (before == now || char.IsAsciiLetter(AfterYear(compared[1]))))
            sink.Notes.Add($"counts compare {compared[0]} with {compared[1]}: an update within the fiscal year");
    }

    internal static bool IsAction(string line) => Array.Exists(Actions, a => line.StartsWith(a.Printed, StringComparison.Ordinal));

    internal static string? ActionOf(ReadOnlySpan<byte> line)
    {
        if (line.Length < Action) return null;
        var printed = line[..Action].TrimEnd((byte)' ');
        foreach (var (text, action) in Actions)
        {
            if (Ascii.Equals(printed, text)) return action;
        }

        return null;
    }

    /// <summary>Checks a line of the counts that close an addenda file, and collects the names of the files compared.</summary>
    internal static void ReadCount(ReleaseFile file, string line, int number, List<string> compared)
    {
        if (line is "Headers" or "Codes" or "of which") return;
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0 || line[digits] != ' ') throw file.Error(number, $"'{Icd.Shown(line)}'", "Add:, Delete:, Revise from:, Revise to: or a count");
        var what = line[digits..].Trim();
        var inFile = what.IndexOf(" in icd10", StringComparison.Ordinal);
        if (inFile > 0) compared.Add(what[(inFile + 4)..]);
        else if (!what.StartsWith("additions", StringComparison.Ordinal) && !what.StartsWith("deletions", StringComparison.Ordinal) && !what.StartsWith("revisions", StringComparison.Ordinal))
            throw file.Error(number, $"a count of '{Icd.Shown(what)}'", "headers, codes, additions, deletions or revisions");
    }

    /// <summary>The code set, from the first action or from the file names in the counts.</summary>
    internal static CodeSet SetOf(ReleaseFile file)
    {
        using var lines = file.Lines();
        while (lines.Read())
        {
            var line = lines.Current;
            if (ActionOf(line) is not null) return IsCm(line) ? CodeSet.Icd10Cm : CodeSet.Icd10Pcs;
            if (line.IndexOf("icd10cm"u8) >= 0) return CodeSet.Icd10Cm;
            if (line.IndexOf("icd10pcs"u8) >= 0) return CodeSet.Icd10Pcs;
        }

        throw file.Error(0, "neither actions nor counts", "the addenda of an order file");
    }

    private static bool IsCm(ReadOnlySpan<byte> line) =>
        line.Length > Action + 71 && line[Action] is (byte)'0' or (byte)'1' && line[Action + 1] == ' ' && Icd.IsCm(line[(Action + 2)..(Action + 9)].TrimEnd((byte)' '))
        && HasTitles(line[(Action + 9)..]);

    private static bool IsPcs(ReadOnlySpan<byte> line) =>
        line.Length > Action + 69 && Icd.IsPcs(line[Action..(Action + 7)].TrimEnd((byte)' ')) && HasTitles(line[(Action + 7)..]);

    // A blank, a short title of sixty, a blank, a long title: a codes addenda line has text across that second blank sooner or later.
    private static bool HasTitles(ReadOnlySpan<byte> rest) => rest[0] == ' ' && rest[1] != ' ' && rest[61] == ' ' && rest[62] != ' ';

    private static int? Year(string name)
    {
        var at = name.IndexOf("_20", StringComparison.Ordinal);
        return at >= 0 && name.Length >= at + 5 && int.TryParse(name.AsSpan(at + 1, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
    }

    // "icd10cm_order_2021jan.txt" is how the update of January 2021 is named.
    private static char AfterYear(string name) => name.IndexOf("_20", StringComparison.Ordinal) + 5 is var at && at < name.Length ? name[at] : ' ';
}
