using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Dementia is coded by its cause, its severity and its behaviour (Official Guidelines I.C.5.d): the fourth character is the severity, what follows is agitation, other
/// disturbance, psychosis, mood or anxiety. Dementia in a disease coded elsewhere has that disease's code before it.
/// </summary>
internal static class Dementia
{
    public static readonly Rule Rule = new("dementia", "Guidelines I.C.5.d", Apply);

    private static readonly (string Tail, string[] Words)[] Behaviours =
    [
        ("11", ["agitation", "agitated", "aggression", "aggressive", "combative", "restlessness"]), ("2", ["psychotic", "psychosis", "hallucinations", "hallucination", "delusions", "delusional", "paranoia"]),
        ("3", ["depression", "depressed", "mood", "apathy"]), ("4", ["anxiety", "anxious"]), ("18", ["behavioral", "behavioural", "wandering", "disinhibition", "sleep"]),
    ];

    private static readonly string[] Causes = ["G30", "G310", "G3183", "G10", "G20", "B20"];

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("F01") || m.Entry.Under("F02") || m.Entry.Under("F03")).ToList()) Grade(note, m);
        Disease(note);
        if (note.Has("F02"))
        {
            foreach (var m in note.Live.Where(m => m.Entry.Code == "G309").ToList()) Onset(note, m);
            return;
        }

        // "Alzheimer's dementia" is both; a Parkinson patient's dementia too.
        foreach (var cause in note.Live.Where(m => Array.Exists(Causes, m.Entry.Under)).ToList())
        {
            var sentence = note.Note.Sentences[cause.Sentence];
            var own = cause.Entry.Under("G30") || cause.Entry.Under("G310") || cause.Entry.Under("G3183");
            var at = note.FindWord(sentence, "dementia");
            if (!own && (at < 0 || at < cause.From - 1 || at > cause.To + 4)) continue;
            Onset(note, cause);
            // The grade and the behaviour that the note gives the dementia anywhere.
            var graded = note.Live.Where(m => m.Entry.Under("F03") && m.Entry.Code != "F0390").Select(m => "F02" + (m.Entry.Code[3] == '9' ? '8' : m.Entry.Code[3]) + m.Entry.Code[4..]).FirstOrDefault(c => note.Codes.Find(c) is { Billable: true });
            foreach (var m in note.Live.Where(m => m.Entry.Under("F03")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, "F02");
            if (note.Add(graded ?? "F0280", cause.Sentence, cause.From, cause.To, cause.Assertion, Rule.Id, Rule.Source) is { } added) Grade(note, added);
            cause.Kept = true;
            return;
        }
    }

    // "Late-onset Alzheimer's dementia" has the onset of the disease in the name of the dementia.
    private static void Onset(NoteCase note, Mention cause)
    {
        if (cause.Entry.Code != "G309" || !note.Speaks("onset")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            var at = note.FindWord(sentence, "onset");
            if (at <= sentence.From || note.FindWord(sentence, "alzheimer", "alzheimers") is not (>= 0 and var disease) || Math.Abs(disease - at) > 4 || note.Codes.Find(note.Word(at - 1) switch { "late" => "G301", "early" => "G300", _ => "" }) is not { } entry) continue;
            cause.Recode(entry, Rule.Id, "Tabular List, G30");
            cause.Also.Add((at - 1, at + 1));
            return;
        }
    }

    // An Alzheimer's dementia that the index read only as a dementia has its disease beside it.
    private static void Disease(NoteCase note)
    {
        if (note.Has("G30") || !note.Speaks("alzheimer", "alzheimers")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("F03") || m.Entry.Under("F02")).ToList())
        {
            var at = note.FindWord(note.Note.Sentences[m.Sentence], "alzheimer", "alzheimers");
            if (at < 0 || at < m.From - 2 || at > m.To + 3) continue;
            if (note.Add("G309", m.Sentence, Math.Min(at, m.From), Math.Max(at + 1, m.To), m.Assertion, Rule.Id, "Tabular List, G30") is { } added) Onset(note, added);
            return;
        }
    }

    private static void Grade(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        bool Says(params ReadOnlySpan<string> words) => Told.Own(note, m, 40, words) >= 0;
        var grade = Says("severe", "advanced") ? 'C' : Says("moderate") ? 'B' : Says("mild") ? 'A' : '\0';
        string? tail = null;
        foreach (var (code, words) in Behaviours)
        {
            var at = Told.Own(note, m, 40, words);
            var without = note.FindWord(sentence, "without");
            if (at > without && without >= m.From)
            {
                foreach (var other in note.Live.Where(o => o != m && o.Sentence == m.Sentence && o.From > without && (o.Entry.Under("R45") || o.Entry.Under("F06") || o.Entry.Under("F41"))).ToList()) other.Reject(RejectReasons.Negated, Rule.Source);
                continue;
            }

            if (at < 0 || note.ScopesOf[m.Sentence].Exists(x => x.Kind == Assertion.Negated && x.From <= at && x.To > at) || Math.Abs(at - m.To) > 8) continue;
            tail = code;
            foreach (var other in note.Live.Where(o => o != m && o.Sentence == m.Sentence && o.From <= at && o.To > at && (o.Entry.Under("R45") || o.Entry.Under("R44") || o.Entry.Under("F06") || o.Entry.Under("F2"))).ToList()) other.Reject(RejectReasons.Combined, Rule.Source, m.Entry.Display);
            break;
        }

        if (grade == '\0' && tail is null) return;
        var now = m.Entry.Code;
        var first = now[..3] + (grade != '\0' ? grade : now.Length > 3 ? now[3] : '9');
        var rest = tail ?? (now.Length > 4 ? now[4..] : "0");
        var wanted = first + (first[3] is 'A' or 'B' or 'C' || first.StartsWith("F03", StringComparison.Ordinal) || first[3] is '5' or '8' or '9' ? rest : "");
        if (note.Codes.Find(wanted) is { Billable: true } entry) m.Recode(entry, Rule.Id, Rule.Source);
    }
}
