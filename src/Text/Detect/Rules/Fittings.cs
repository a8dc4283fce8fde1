using System.Collections.Frozen;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A visit to have a device fitted or adjusted, or a tube or stent changed or taken out (Official Guidelines I.C.21.c.7; Z43 to Z46), by <c>data/detect/fittings.txt</c>. The status
/// of the same device says nothing more then (c.3); the missing limb keeps its own.
/// </summary>
internal static class Fittings
{
    public static readonly Rule Rule = new("fitting", "Guidelines I.C.21.c.7", Apply);

    private static readonly PhraseTable Table = new("fittings.txt");

    private static readonly FrozenSet<string> Fitted = Words("fit fits fitted fitting refit refitted refitting polished adjust adjusts adjusted adjusting adjustment adjustments realign realigned alignment aligned dispensed dispense delivered delivery repaired repair reprogram reprogrammed reprogramming programmed programming mapping remapped tuned serviced cast casting molded mold measured refilled refill relined reline");

    private static readonly FrozenSet<string> Changed = Words("out removed removal remove removing changed change exchange exchanged replaced replacement pulled extracted retrieved extraction discontinued");

    // Not at this visit, or not of this patient's own device.
    private static readonly FrozenSet<string> Elsewhere = Words("next last previously scheduled schedule will plan planned plans recommend recommended referral referred refer candidate considering consider discuss discussed due needs need should if yesterday return declined declines refused interested order ordered prescription when until before pending awaiting history ran dislodged accidentally delayed denied");

    // What says of a tube or stent that it is this visit at which it goes.
    private static readonly string[] Now = ["here", "today", "presents", "encounter", "visit", "comes", "clinic", "office", "bedside"];

    // The status of a device beside the visit for it (Excludes1 at Z93, Z95, Z96, Z97; I.C.21.c.3).
    private static readonly (string Visit, string[] Status)[] Doubled =
    [
        ("Z461", ["Z974"]), ("Z460", ["Z973"]), ("Z463", ["Z972"]), ("Z440", ["Z971"]), ("Z441", ["Z971"]), ("Z442", ["Z970"]), ("Z4681", ["Z9641"]), ("Z4651", ["Z9884"]), ("Z45321", ["Z9621"]), ("Z45320", ["Z9629"]), ("Z4542", ["Z9682", "Z9689"]), ("Z4541", ["Z982"]), ("Z451", ["Z9689"]),
        ("Z435", ["Z9359"]), ("Z436", ["Z936"]), ("Z431", ["Z931"]), ("Z430", ["Z930"]), ("Z452", ["Z95828", "Z452"]), ("Z466", ["Z960"]), ("Z4689", ["Z993"]),
    ];

    private static readonly string[] Sides = ["right", "left"];

    private static void Apply(NoteCase note)
    {
        // What is done during a stay is no reason of it.
        if (note.Inpatient) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Pmh or SectionKind.Psh or SectionKind.Results or SectionKind.Social or SectionKind.Medications or SectionKind.Plan or SectionKind.Exam or SectionKind.Allergies) continue;
            foreach (var (row, from, to) in Table.Find(note, sentence))
            {
                var act = Act(note, sentence, from, to, row.Kind == "fit" ? Fitted : Changed);
                if (act < 0 || Denied(note, s, from, to, act) || Says(note, sentence, Elsewhere) || note.FindWord(sentence, "ago") >= 0 && note.FindWord(sentence, "today") < 0) continue;
                var (first, last) = (Math.Min(from, act), Math.Max(to, act + 1));
                if (row.Kind == "change" && note.FindWord(sentence, Now) < 0 && sentence.Section.Kind != SectionKind.Complaint && !(s == 0 && last - sentence.From <= 6 && note.FindWord(sentence, "postoperative", "postop", "pod", "day") < 0)) continue;
                // A device that fails, clots or infects is a complication with its own code (I.C.19.g).
                if (note.Has("T8", "K94", "J950", "N995")) continue;
                Code(note, s, row.Code, from, to, first, last);
            }
        }
    }

    private static void Code(NoteCase note, int s, string code, int from, int to, int first, int last)
    {
        var heading = code switch
        {
            // Which part of the limb is gone tells which part is artificial.
            "Z4410" when note.Has("Z8951", "Z894") => "Z4412",
            "Z4410" when note.Has("Z8961", "Z8962") => "Z4411",
            "Z4410" or "Z4400" when note.Has("Z890", "Z891", "Z8921") => "Z4402",
            "Z4400" when note.Has("Z8922", "Z8923") => "Z4401",
            _ => code,
        };
        if (note.Has(heading) || note.Add(heading, s, first, last, Assertion.Present, Rule.Id, Rule.Source) is not { } added) return;
        if (!added.Entry.Billable && Sided(note, added, heading) is { } entry) added.Entry = entry;
        foreach (var (visit, status) in Doubled)
        {
            if (!heading.StartsWith(visit, StringComparison.Ordinal)) continue;
            foreach (var m in note.Live.Where(m => m != added && Array.Exists(status, m.Entry.Under)).ToList()) m.Reject(RejectReasons.Combined, "Guidelines I.C.21.c.3", added.Entry.Display);
        }

        // What else was read from the words of the device: an artificial knee, a replaced joint, an absent breast.
        foreach (var m in note.Live.Where(m => m != added && m.Sentence == s && m.From < to && m.To > from && m.Entry.Code[0] == 'Z' && !m.Entry.Under("Z89") && !m.Entry.Under("Z90")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, added.Entry.Display);
    }

    private static CodeEntry? Sided(NoteCase note, Mention added, string heading)
    {
        var children = note.Codes.Below(note.Codes.Find(heading)!).Where(c => c.Billable).ToList();
        // One limb or breast is missing: that is the side of what replaces it.
        var side = Side.Of(note, added) ?? Missing(note, heading);
        return children.Find(c => side is not null && c.Title.Contains(side, StringComparison.OrdinalIgnoreCase)) ?? children.Find(c => c.Title.Contains(", unspecified", StringComparison.Ordinal) || c.Title.EndsWith("unspecified arm", StringComparison.Ordinal) || c.Title.EndsWith("unspecified leg", StringComparison.Ordinal));
    }

    private static string? Missing(NoteCase note, string heading)
    {
        var gone = note.Live.Where(m => heading.StartsWith("Z443", StringComparison.Ordinal) ? m.Entry.Under("Z901") : heading.StartsWith("Z441", StringComparison.Ordinal) ? m.Entry.Under("Z894") || m.Entry.Under("Z895") || m.Entry.Under("Z896") : heading.StartsWith("Z440", StringComparison.Ordinal) && (m.Entry.Under("Z890") || m.Entry.Under("Z891") || m.Entry.Under("Z892"))).ToList();
        string[] sides = [.. Sides.Where(x => gone.Exists(m => m.Entry.Title.Contains(x, StringComparison.OrdinalIgnoreCase)))];
        return sides.Length == 1 ? sides[0] : null;
    }

    private static int Act(NoteCase note, Sentence sentence, int from, int to, FrozenSet<string> acts)
    {
        for (var d = 0; d < 8; d++)
        {
            // "Prosthesis fitted, left": one thought, not parted by a semicolon.
            if (to + d < sentence.To && !note.Note.Words[to + d].Has(Mark.Semicolon) && acts.Contains(note.Word(to + d))) return to + d;
            if (from - 1 - d >= sentence.From && acts.Contains(note.Word(from - 1 - d))) return from - 1 - d;
        }

        for (var i = from; i < to; i++) if (acts.Contains(note.Word(i))) return i;
        return -1;
    }

    private static bool Denied(NoteCase note, int s, int from, int to, int act) =>
        note.ScopesOf[s].Exists(x => x.Kind is not (Assertion.Uncertain or Assertion.Present) && (x.From <= from && x.To >= to || x.From <= act && x.To > act) && !(x.Cue.From >= from && x.Cue.To <= to));

    private static bool Says(NoteCase note, Sentence sentence, FrozenSet<string> words)
    {
        for (var i = sentence.From; i < sentence.To; i++) if (words.Contains(note.Word(i))) return true;
        return false;
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
