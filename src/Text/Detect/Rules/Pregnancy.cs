using System.Globalization;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Codes of chapter 15 come first and take in the woman's other conditions (<c>data/detect/pregnancy.txt</c>; Official Guidelines I.C.15.a.1), their trimester follows the weeks of
/// gestation (a.3), and the weeks have a code of their own, except after an abortion (I.C.21.c.11 for Z3A). A delivery has its outcome beside it (I.C.15.b.5).
/// </summary>
internal static class Pregnancy
{
    public static readonly Rule Rule = new("pregnancy", "Guidelines I.C.15.a", Apply);

    private static readonly List<(string Heading, bool Keep, string[] Prefixes)> Table = [.. WordLists.Read("pregnancy.txt").Select(c => (c[0], c[1] == "keep", c[2].Split(' ')))];

    private static readonly string[] Abortive = ["O00", "O01", "O02", "O03", "O04", "O05", "O06", "O07", "O08"];

    private static void Apply(NoteCase note)
    {
        if (note.Patient.Sex == 'M' || note.Patient.Days is < 9 * 365)
        {
            foreach (var m in note.Live.Where(m => m.Entry.Code[0] == 'O').ToList()) m.Reject(RejectReasons.Unsupported, Rule.Source);
            return;
        }

        if (Newborn.Is(note)) return;
        // Nothing but its diabetes tells of a pregnancy: an earlier one, if the note says so.
        if (note.Has("O244") && !Said(note) && !Deliveries.Is(note) && !note.Has("Z34", "Z33", "Z37") && !note.Live.Any(m => m.Entry.Under("O") && !m.Entry.Under("O244")) && Gestation.Of(note, false) is null) GestationalDiabetes.Past(note);
        var pregnant = note.Live.Any(m => m.Entry.Under("O") || m.Entry.Under("Z34") || m.Entry.Under("Z33") || m.Entry.Under("Z37")) || Said(note);
        pregnant |= PrenatalVisits.Is(note);
        // What bleeds at a delivery is called postpartum on the same day.
        var delivered = Deliveries.Is(note);
        pregnant |= delivered || Carries(note);
        if (!delivered && Incidental(note)) return;
        var weeks = Gestation.Of(note, pregnant);
        if (weeks is null && !pregnant) return;
        Others(note);
        if (note.Has("O24")) Diabetic(note);
        var over = !delivered && Puerperium.Is(note);
        if (!over && !note.Has(Abortive)) Complicating(note);
        if (!over) Delivery(note);
        if (!over && !delivered && !note.Has(Abortive)) PrenatalVisits.Apply(note);
        GestationalDiabetes.Control(note);
        if (weeks is var (count, sentence, from, to) && !over && !note.Has(Abortive))
        {
            var code = count < 8 ? "Z3A01" : count > 42 ? "Z3A49" : string.Create(CultureInfo.InvariantCulture, $"Z3A{count:00}");
            note.Add(code, sentence, from, to, Assertion.Present, "weeks-of-gestation", "Guidelines I.C.21.c.11");
        }

        // "Hyperemesis" is a name of its own, mild unless the metabolism is disturbed (Alphabetic Index: Hyperemesis gravidarum).
        foreach (var m in note.Live.Where(m => m.Entry.Code is "O219" or "O210" && note.FindWord(note.Note.Sentences[m.Sentence] with { From = m.From, To = m.To }, "hyperemesis") >= 0).ToList())
        {
            var upset = note.FindWord(note.Note.Sentences[m.Sentence], "metabolic", "ketosis", "acidosis", "dehydration", "dehydrated", "electrolyte") is >= 0 and var word && !Rules.Told.Denied(note, m.Sentence, word);
            if (note.Codes.Find(upset ? "O211" : "O210") is { } hyperemesis) m.Recode(hyperemesis, Rule.Id, "Alphabetic Index: Hyperemesis gravidarum");
        }

        if (!over) FalseLabor(note, weeks?.Weeks);
        if (!over) Ruptured(note, weeks?.Weeks);
        if (!over) Trimesters(note, weeks?.Weeks);
        // Chapter 15 takes the woman's other conditions in; a code of another chapter for what an O code names goes.
        foreach (var m in note.Live.ToList())
        {
            // The spotting of a threatened abortion.
            if (m.Entry.Under("O2685") && note.Has("O20", "O03", "O44", "O45")) m.Reject(RejectReasons.Integral, "Excludes1 at O26.85", "O20");
            if (m.Entry.Under("Z33") && note.Has("O", "Z34")) m.Reject(RejectReasons.Excludes1, "Excludes1 at Z33.1");
            if ((m.Entry.Under("E10") || m.Entry.Under("E11") || m.Entry.Under("E13")) && note.Has("O244")) m.Reject(RejectReasons.Combined, Rule.Source, "O24.4-");
        }
    }

    // False labor is coded by the weeks: before 37 O47.0, from then on O47.1 (Tabular List, O47). A carrier of group B streptococci in a pregnancy is O99.820.
    private static void FalseLabor(NoteCase note, int? weeks)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code == "O479").ToList())
        {
            var term = weeks >= 37 || weeks is null && Rules.Told.Says(note, m, 5, "term") || weeks == 37;
            if (note.FindWord(note.Note.Sentences[m.Sentence], "before") is >= 0 and var before && before + 1 < note.Note.Words.Count && note.Word(before + 1) == "37") (term, weeks) = (false, 36);
            if (!term && weeks is null) continue;
            if (note.Codes.Find(term ? "O471" : weeks >= 28 ? "O4703" : "O4702") is { } entry) m.Recode(entry, Rule.Id, "Tabular List, O47");
        }

        foreach (var m in note.Live.Where(m => m.Entry.Code == "Z22330").ToList())
            if (!note.Has("O9982") && note.Codes.Find(Deliveries.Is(note) ? "O99824" : "O99820") is { } carrier) m.Recode(carrier, Rule.Id, "Tabular List, O99.82");
    }

    // "G2P1", "primigravida": words that only a pregnancy has.
    private static bool Said(NoteCase note)
    {
        if (!note.Speaks("pregnant", "preg", "gestation", "primigravida", "gravid", "pregnancy")) return false;
        // "hCG negative".
        if (note.Speaks("hcg", "upt") && note.Note.Sentences.Exists(x => note.FindWord(x, "hcg", "upt") is >= 0 and var test && note.FindWord(x with { From = test, To = Math.Min(x.To, test + 3) }, "negative", "neg") >= 0)) return false;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Instructions) continue;
            var at = note.FindWord(sentence, "pregnant", "preg", "gestation", "primigravida", "gravid", "pregnancy");
            if (at < 0 || note.FindWord(sentence, "test", "prior", "previous", "planning", "history", "prevent", "postpartum", "not", "newborn", "born", "birth", "premature", "prematurity") >= 0) continue;
            if (at > sentence.From && note.Word(at - 1) is "first" or "last" or "second" or "third" or "ectopic" or "molar") continue;
            if (!note.ScopesOf[s].Exists(x => x.From <= at && x.To > at && x.Kind is not Assertion.Uncertain)) return true;
        }

        return false;
    }

    // What is coded for the child, what only may come, and what an earlier birth had.
    private static void Others(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code[0] is 'O' or 'P' || m.Entry.Under("S37")).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            if (Feared(note, sentence, m)) { m.Reject(RejectReasons.Instruction, "Guidelines III"); continue; }
            // Chapter 16 is never the mother's (I.C.16.a.1); a death of the fetus is told elsewhere.
            if (m.Entry.Code[0] == 'P')
            {
                if (!m.Entry.Under("P95")) m.Reject(RejectReasons.OtherPerson, "Guidelines I.C.16.a.1");
                continue;
            }

            if (!m.Entry.Under("O34") && !m.Entry.Under("O09") && !m.Entry.Under("O99") && OfEarlierBirth(note, sentence, m)) m.Reject(RejectReasons.Historical, "Guidelines I.C.21.c.4");
        }
    }

    // "Dystocia risks discussed", "consent including uterine rupture".
    private static bool Feared(NoteCase note, Sentence sentence, Mention m)
    {
        if (note.FindWord(sentence with { From = m.To, To = Math.Min(sentence.To, m.To + 4) }, "risk", "risks") >= 0 && note.FindWord(sentence, "discussed", "reviewed", "explained", "counseled", "counselled", "addressed") >= 0) return true;
        return note.FindWord(sentence with { To = m.From }, "consent", "consented") is >= 0 and var asked && note.FindWord(sentence with { From = asked, To = m.From }, "including", "includes", "incl", "risk", "risks", "discussed", "reviewed") >= 0;
    }

    // "Previous birth with hemorrhage".
    private static bool OfEarlierBirth(NoteCase note, Sentence sentence, Mention m)
    {
        for (var i = Math.Max(sentence.From, m.From - 9); i < m.From; i++)
        {
            if (!(note.Word(i) is "previous" or "prior" or "last" or "first" or "earlier" or "second")) continue;
            var birth = note.FindWord(sentence with { From = i, To = Math.Min(m.From, i + 4) }, "birth", "delivery", "pregnancy", "baby", "child", "labor", "cesarean");
            if (birth < 0 || note.FindWord(sentence with { From = birth, To = m.From }, "with", "complicated", "by", "had", "for", "was") < 0) continue;
            var parted = false;
            for (var k = birth + 1; k <= m.From; k++) parted |= note.Note.Words[k].Has(Mark.Comma | Mark.Semicolon);
            if (!parted) return true;
        }

        return false;
    }

    // "Baby active", "good fetal movement" beside the weeks: nobody has these but a pregnant woman.
    private static bool Carries(NoteCase note)
    {
        if (!note.Speaks("fetal", "fetus", "fht", "fhts", "fhr", "fundal", "baby", "kicks", "kicking", "nst", "nsts") || Gestation.Of(note, true) is null) return false;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Instructions) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (note.Word(i) is "fht" or "fhts" or "fhr" or "fundal" or "nst" or "nsts" or "fetus") return true;
                if (!(note.Word(i) is "fetal" or "baby" or "kicks" or "kicking")) continue;
                if (note.FindWord(sentence with { From = Math.Max(sentence.From, i - 3), To = Math.Min(sentence.To, i + 4) }, "movement", "movements", "moving", "moves", "active", "kicking", "kicks", "kick", "heart", "hr", "heartbeat", "tones", "position", "presentation") is >= 0 and var sign && (note.Word(i) != "baby" || note.Word(sign) != "heart")) return true;
            }
        }

        return false;
    }

    // "The pregnancy is incidental to this visit": what the provider calls so is Z33.1 and no code of chapter 15 (I.C.15.a.1).
    private static bool Incidental(NoteCase note)
    {
        if (!note.Speaks("incidental", "unrelated", "affecting", "affected", "affect") || note.Live.Any(m => m.Entry.Code[0] == 'O')) return false;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Instructions) continue;
            var at = note.FindWord(sentence, "incidental", "unrelated", "affecting", "affected", "affect");
            var named = at < 0 ? -1 : note.FindWord(sentence with { From = Math.Max(sentence.From, at - 8), To = Math.Min(sentence.To, at + 8) }, "pregnancy", "pregnant", "gravid", "gestation");
            if (named < 0 || note.FindWord(sentence, "finding", "findings") >= 0) continue;
            var denied = note.FindWord(sentence with { From = Math.Max(sentence.From, at - 3), To = at }, "not", "no", "without", "isnt", "nor", "neither") >= 0;
            // "Not affecting the pregnancy" and "incidental to it" say the same.
            if (denied != note.Word(at).StartsWith("affect", StringComparison.Ordinal)) continue;
            foreach (var m in note.Live.Where(m => m.Entry.Under("Z34") || m.Entry.Under("Z33")).ToList()) m.Reject(RejectReasons.Combined, "Guidelines I.C.15.a.1", "Z33.1");
            note.Add("Z331", s, Math.Min(at, named), Math.Max(at, named) + 1, Assertion.Present, "incidental-pregnancy", "Guidelines I.C.15.a.1");
            return true;
        }

        return false;
    }

    // Diabetes that was there before has its own code beside O24.0- and O24.1-.
    private static void Diabetic(NoteCase note)
    {
        foreach (var (prefix, code) in (ReadOnlySpan<(string, string)>)[("O240", "E109"), ("O241", "E119")])
        {
            if (note.First(prefix) is { } m && !note.Has(code[..3])) note.Add(code, m.Sentence, m.From, m.To, m.Assertion, Rule.Id, "Guidelines I.C.15.g");
        }
    }

    private static void Complicating(NoteCase note)
    {
        foreach (var m in note.Live.ToList())
        {
            if (m.Entry.Code[0] == 'O' || m.Assertion is Assertion.Family or Assertion.Historical) continue;
            if (Table.FirstOrDefault(t => t.Prefixes.Any(m.Entry.Under)) is not { Heading: not null } row || note.Codes.Find(row.Heading) is not { } heading) continue;
            if (note.Has("O244") && m.Entry.Code[0] == 'E' && m.Entry.Code[1] == '1') continue;
            // The O code that the note names itself is of the same group.
            if (!note.Has(row.Heading[..4]) && !(row.Heading.StartsWith("O21", StringComparison.Ordinal) && note.Has("O21")))
            {
                var entry = heading.Billable ? heading : note.Codes.Below(heading).FirstOrDefault(c => c.Billable && c.Title.Contains("unspecified trimester", StringComparison.OrdinalIgnoreCase)) ?? Specificity.Default(note.Codes, heading);
                if (entry is null || note.Add(entry.Code, m.Sentence, m.From, m.To, m.Assertion, Rule.Id, "Guidelines I.C.15.a.1") is null) continue;
            }

            if (row.Keep) m.Kept = true;
            else m.Reject(RejectReasons.Combined, "Guidelines I.C.15.a.1", note.Live.FirstOrDefault(o => o.Entry.Under(row.Heading[..3]))?.Entry.Display);
        }
    }

    private static void Delivery(NoteCase note)
    {
        if (note.Has("Z37")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Instructions) continue;
            var at = note.FindWord(sentence, "liveborn", "live", "stillborn", "stillbirth", "viable");
            if (at < 0 || note.FindWord(sentence, "delivery", "delivered", "cesarean", "birth", "born", "liveborn", "infant") < 0 || !note.Has("O8", "O6", "O7", "O1", "O3", "O4", "O2", "O9")) continue;
            var twins = note.FindWord(sentence, "twin", "twins") >= 0;
            var dead = note.Word(at).StartsWith("still", StringComparison.Ordinal);
            note.Add(twins ? dead ? "Z374" : "Z372" : dead ? "Z371" : "Z370", s, at, at + 1, Assertion.Present, "outcome-of-delivery", "Guidelines I.C.15.b.5");
            return;
        }
    }

    // A rupture of the membranes is preterm before 37 weeks and at term from then on (Tabular List, fifth character of O42).
    private static void Ruptured(NoteCase note, int? weeks)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code is "O4200" or "O4210" or "O4290").ToList())
        {
            var preterm = weeks is { } w ? w < 37 : Rules.Told.Says(note, m, 2, "preterm", "pprom") ? true : (bool?)null;
            if (preterm is not { } early || note.Codes.Find(m.Entry.Code[..4] + (early ? "19" : "2")) is not { Billable: true } entry) continue;
            m.Recode(entry, "weeks-at-rupture", "Tabular List, O42");
        }
    }

    private static void Trimesters(NoteCase note, int? weeks)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Title.Contains("unspecified trimester", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            var wanted = weeks is { } w ? w < 14 ? "first trimester" : w < 28 ? "second trimester" : "third trimester" : Told(note, m);
            if (wanted is null || note.Codes.Parent(m.Entry) is not { } parent) continue;
            if (note.Codes.Children(parent).FirstOrDefault(c => c.Title.Contains(wanted, StringComparison.OrdinalIgnoreCase)) is { Billable: true } entry) m.Recode(entry, "trimester", "Guidelines I.C.15.a.3");
            // Where a seventh character tells the fetus, the trimester is one level up.
            else if (m.Entry.Code.Length == 7 && note.Codes.Parent(parent) is { } above && note.Codes.Below(above).FirstOrDefault(c => c.Billable && c.Code[^1] == m.Entry.Code[^1] && Trimester(c, wanted)) is { } far) m.Recode(far, "trimester", "Guidelines I.C.15.a.3");
        }
    }

    // "Labor in the second trimester with delivery in the third" is another course.
    private static bool Trimester(CodeEntry entry, string wanted)
    {
        foreach (var name in (ReadOnlySpan<string>)["first trimester", "second trimester", "third trimester"])
        {
            if (entry.Title.Contains(name, StringComparison.OrdinalIgnoreCase) != (name == wanted)) return false;
        }

        return true;
    }

    private static string? Told(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        var at = note.FindWord(sentence, "trimester", "tri");
        return at > sentence.From && note.Word(at - 1) is "first" or "1st" ? "first trimester" : at > sentence.From && note.Word(at - 1) is "second" or "2nd" ? "second trimester" : at > sentence.From && note.Word(at - 1) is "third" or "3rd" ? "third trimester" : null;
    }
}
