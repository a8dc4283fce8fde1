using System.Collections.Frozen;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A device, an opening, a missing part, a transplant or a dependence is a status (Official Guidelines I.C.21.c.3), by <c>data/detect/status.txt</c>. An operation counts only as
/// past, and a status is not coded beside a complication of the same thing.
/// </summary>
internal static class StatusCodes
{
    public static readonly Rule Rule = new("status", "Guidelines I.C.21.c.3", Apply);

    private static readonly PhraseTable Table = new("status.txt");

    private static readonly FrozenSet<string> Past = Words("s/p sp post prior previous previously history hx h/o ho old remote remotely after following since underwent ago had recipient has with healed");

    // A device that is no longer used.
    private static readonly FrozenSet<string> Ended = Words("used ceased stopped quit no");

    private static readonly FrozenSet<string> Planned = Words("scheduled schedule planned planning plan plans will undergo undergoing considering consider considered recommend recommended candidate awaiting pending discussed discuss consent needs need refer referred refused refuses declined declines elective evaluated evaluation possible list eligible going preop preoperative preprocedural upcoming before clearance tomorrow option options");

    // Right behind a device: it is still to come ("hearing aid evaluation").
    private static readonly FrozenSet<string> Later = Words("list waitlist waiting eval evaluation candidacy candidate referral consult consultation trial fitting recommended discussed offered declined refused planned scheduled");

    private static readonly FrozenSet<string> Placing = Words("placement implantation insertion inserted replaced exchange exchanged removal removed reversal revision takedown extraction");

    private static readonly FrozenSet<string> Complication = Words("complication complications infected infection malfunction malfunctioning failing failure failed rejection loosening loose leak leaking displacement displaced erosion thrombosis thrombosed stenosis restenosis occluded occlusion dislocation dislocated broken periprosthetic fractured stump battery breakdown pocket necrosis");

    private static void Apply(NoteCase note)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Procedure) continue;
            foreach (var (row, from, to) in Table.Find(note, sentence))
            {
                // "Code status: DNR" is all that the administration of a stay has to code.
                if (sentence.Section.Kind == SectionKind.Administrative && row.Code != "Z66") continue;
                if (Denied(note, s, from, to) && !InPlace(note, sentence, to) || Near(note, s, from, to, Complication)) continue;
                // "BKA, L": an entry of its own is no plan.
                var past = sentence.Section.Kind is SectionKind.Pmh or SectionKind.Psh || IsPast(note, sentence, from, to) || row.Kind == "had" && !note.Inpatient && sentence.To - sentence.From <= to - from + 1 && sentence.Section.Kind != SectionKind.Plan;
                if (row.Kind is "had" or "assessed" && !past || row.Kind == "assessed" && sentence.Section.Kind is not (SectionKind.Assessment or SectionKind.Plan)) continue;
                if (!past && (Near(note, s, from, to, Placing) || sentence.Section.Kind == SectionKind.Plan)) continue;
                if (Before(note, sentence, from, Planned) || to < sentence.To && Later.Contains(note.Word(to)) || to + 1 < sentence.To && note.Word(to) is "was" or "were" or "is" or "are" && Later.Contains(note.Word(to + 1))) continue;
                // "Atherosclerosis of a bypass graft", "hemorrhage from a tracheostomy": part of a longer name.
                if (note.Live.Any(m => m.Sentence == s && m.Entry.Code[0] is not ('Z' or 'C') && !m.Entry.Under("M1") && m.From <= from && m.To >= to && m.To - m.From > to - from + (m.Entry.Under("K94") || m.Entry.Under("J950") || m.Entry.Under("N995") ? 0 : 1))) continue;
                // The hormone receptor belongs to a breast cancer.
                if (row.Code.StartsWith("Z17", StringComparison.Ordinal) && !note.Has("C50", "C79")) continue;
                Code(note, s, row.Code, from, to);
            }
        }

        // "Will end up on dialysis" of somebody whose kidneys still do (N18.1 to N18.4).
        if (note.Has("N181", "N182", "N183", "N184") && !note.Has("N185", "N186")) foreach (var m in note.Live.Where(m => m.Entry.Code == "Z992").ToList()) m.Reject(RejectReasons.Hypothetical, Rule.Source);
        Dialysis(note);
        // "AVR 2012, tissue valve": of what the valve is made is told beside.
        if (note.Has("Z953")) foreach (var m in note.Live.Where(m => m.Entry.Code == "Z952" && Bare(note, m)).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, "Z95.3");
    }

    private static bool Bare(NoteCase note, Mention m)
    {
        for (var i = m.From; i < m.To; i++) if (note.Word(i) is not ("avr" or "mvr" or "s/p" or "sp" or "aortic" or "mitral" or "tricuspid" or "valve" or "replacement")) return false;
        return true;
    }

    // End-stage disease and a dialysis that the note speaks of as going on (use additional code note at N18.6).
    private static void Dialysis(NoteCase note)
    {
        if (note.Has("Z992") || !note.Has("N186")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            var at = note.FindWord(sentence, "dialysis", "hemodialysis", "hd");
            if (at < 0 || Denied(note, s, at, at + 1) || sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent || Before(note, sentence, at, Planned) || note.FindWord(sentence, "refuses", "declines", "start", "initiate") >= 0) continue;
            note.Add("Z992", s, at, at + 1, Assertion.Present, Rule.Id, "Use additional code note at N18.6");
            return;
        }
    }

    private static void Code(NoteCase note, int s, string code, int from, int to)
    {
        if (note.Codes.Find(code) is not { } heading) return;
        if (note.Add(code, s, from, to, Assertion.Present, Rule.Id, Rule.Source) is not { } added) return;
        if (!heading.Billable)
        {
            var children = note.Codes.Below(heading).Where(c => c.Billable).ToList();
            var side = Side.Of(note, added) ?? (code == "Z901" ? OfBreast(note) : null);
            var entry = children.Find(c => side is not null && c.Title.Contains(side, StringComparison.OrdinalIgnoreCase));
            if (entry is null && side == "bilateral" && children.Find(c => c.Title.Contains("left", StringComparison.OrdinalIgnoreCase)) is { } left)
            {
                note.Add(left.Code, s, from, to, Assertion.Present, Rule.Id, Rule.Source);
                entry = children.Find(c => c.Title.Contains("right", StringComparison.OrdinalIgnoreCase));
            }

            entry ??= Specificity.Default(note.Codes, heading) ?? children.FirstOrDefault();
            if (entry is not null) added.Entry = entry;
            if (side is not null) added.Found.Add("laterality:" + side);
        }

        // What else was read from the same words: an injury, a complication, the same status less exactly.
        foreach (var m in note.Live.Where(m => m != added && m.Sentence == s && m.From < to && m.To > from && m.Entry.Code != added.Entry.Code).ToList())
        {
            if (m.Kept && m.Entry.Category.SequenceEqual(added.Entry.Category) && m.Why.Exists(w => w.Id == Rule.Id)) continue;
            if (m.Entry.Code[0] is 'S' or 'T' or 'Z' || m.Entry.Under("C445") || m.Entry.Under("K94") || m.Entry.Under("J95") || m.Entry.Under("N99") || m.From >= from && m.To <= to) m.Reject(RejectReasons.Combined, Rule.Source, added.Entry.Display);
        }
    }

    // "Left breast cancer. Mastectomy 2023": the side of the only breast that the note speaks of.
    private static string? OfBreast(NoteCase note)
    {
        var sides = note.Live.Where(m => m.Entry.Under("C50") || m.Entry.Under("D05") || m.Entry.Under("Z853")).SelectMany(m => Sides.Where(x => m.Entry.Title.Contains(x, StringComparison.OrdinalIgnoreCase) || note.FindWord(note.Note.Sentences[m.Sentence] with { From = Math.Max(note.Note.Sentences[m.Sentence].From, m.From - 3), To = m.To }, x, x[..1]) is >= 0 and var letter && (note.Word(letter).Length > 1 || note.Note.Words[letter].Capital))).Distinct().ToList();
        return sides.Count == 1 ? sides[0] : null;
    }

    private static readonly string[] Sides = ["right", "left"];

    private static bool Denied(NoteCase note, int s, int from, int to) =>
        note.ScopesOf[s].Any(x => (x.Kind is Assertion.Negated or Assertion.Family or Assertion.OtherPerson or Assertion.Hypothetical or Assertion.Instruction or Assertion.Uncertain || x.Kind == Assertion.Historical && Ended.Contains(note.Word(x.Cue.From))) && x.From <= from && x.To >= to && !(x.Cue.From >= from && x.Cue.To <= to));

    // "No deficits, PPM in situ".
    private static bool InPlace(NoteCase note, Sentence sentence, int to) => to + 1 < sentence.To && note.Word(to) == "in" && note.Word(to + 1) is "situ" or "place";

    private static bool IsPast(NoteCase note, Sentence sentence, int from, int to)
    {
        for (var i = Math.Max(sentence.From, from - 8); i < Math.Min(sentence.To, to + 8); i++)
        {
            if (i >= from && i < to) continue;
            var word = note.Word(i);
            // "Prior to knee replacement".
            if (word is "prior" or "previous" && i + 1 < sentence.To && note.Word(i + 1) == "to" && i < from) return false;
            if (Past.Contains(word) || word.Length == 4 && word[0] is '1' or '2' && word[1] is '9' or '0' && word.All(char.IsAsciiDigit)) return true;
        }

        return false;
    }

    private static bool Near(NoteCase note, int s, int from, int to, FrozenSet<string> words)
    {
        var sentence = note.Note.Sentences[s];
        for (var i = Math.Max(sentence.From, from - 3); i < Math.Min(sentence.To, to + 3); i++)
        {
            // A stump that is well is no complication of it.
            if (note.Word(i) == "stump" && note.FindWord(sentence, "healed", "well", "intact", "clean", "healing") >= 0) continue;
            if (words.Contains(note.Word(i)) && !note.ScopesOf[s].Exists(x => x.Kind == Assertion.Negated && x.From <= i && x.To > i)) return true;
        }

        return false;
    }

    private static bool Before(NoteCase note, Sentence sentence, int from, FrozenSet<string> words)
    {
        for (var i = Math.Max(sentence.From, from - 7); i < from; i++)
        {
            if (words.Contains(note.Word(i))) return true;
        }

        return false;
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
