using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Stones of the gallbladder and of the bile duct together have one code, by the cholecystitis and by whether the duct is obstructed (Official Guidelines I.B.9; Tabular List, K80.6 and
/// K80.7).
/// </summary>
internal static class Gallstones
{
    public static readonly Rule Rule = new("gallstones", "Guidelines I.B.9", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Has("K80")) return;
        Join(note);
        // Which cholecystitis, where the index has the stones alone.
        foreach (var m in note.Live.Where(m => m.Entry.Code is "K8060" or "K8061" or "K8070" or "K8071" or "K8040" or "K8041").ToList())
        {
            if ((Inflamed(note, m) ?? Elsewhere(note, m)) is not { } kind) continue;
            var stem = m.Entry.Under("K804") ? "K804" : "K806";
            if (note.Codes.Find($"{stem}{(char)(kind + m.Entry.Code[4] - '0')}") is not { Billable: true } entry) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
            foreach (var inflamed in note.Live.Where(o => o.Entry.Under("K81")).ToList()) inflamed.Reject(RejectReasons.Combined, Rule.Source, entry.Display);
        }
    }

    // '0' not said how, '2' acute, '4' chronic, '6' both; null when there is none.
    private static char? Inflamed(NoteCase note, Mention m)
    {
        var at = Told.Beside(note, m, 10, "cholecystitis");
        if (at < 0) return null;
        var (acute, chronic) = (false, false);
        for (var i = Math.Max(note.Note.Sentences[m.Sentence].From, at - 4); i < at; i++)
        {
            acute |= note.Word(i) == "acute";
            chronic |= note.Word(i) == "chronic";
        }

        return acute && chronic ? '6' : acute ? '2' : chronic ? '4' : '0';
    }

    // A cholecystitis of another sentence, with its own code.
    private static char? Elsewhere(NoteCase note, Mention stones)
    {
        if (stones.Assertion != Assertion.Present || note.Live.FirstOrDefault(m => m.Entry.Code is "K810" or "K811" or "K812" or "K819" && m.Assertion == Assertion.Present) is not { } inflamed) return null;
        stones.Also.Add((inflamed.From, inflamed.To));
        return inflamed.Entry.Code[3] switch { '0' => '2', '1' => '4', '2' => '6', _ => '0' };
    }

    private static void Join(NoteCase note)
    {
        if (note.First("K800", "K801", "K802") is not { } bladder || note.First("K804", "K805") is not { } duct || bladder.Assertion != duct.Assertion) return;
        var (b, d) = (bladder.Entry.Code, duct.Entry.Code);
        var (acute, chronic, silent) = (b.StartsWith("K800", StringComparison.Ordinal) || b is "K8012" or "K8013", b is "K8010" or "K8011" or "K8012" or "K8013", false);
        if (d.StartsWith("K804", StringComparison.Ordinal))
        {
            silent = d[4] is '0' or '1';
            acute |= d[4] is '2' or '3' or '6' or '7';
            chronic |= d[4] is '4' or '5' or '6' or '7';
        }

        var blocked = (b[4] - '0') % 2 == 1 || (d[4] - '0') % 2 == 1 ? 1 : 0;
        var code = acute && chronic ? 66 : acute ? 62 : chronic ? 64 : silent ? 60 : 70;
        if (note.Codes.Find($"K80{(char)('0' + code / 10)}{(char)('0' + code % 10 + blocked)}") is not { Billable: true } entry) return;
        bladder.Recode(entry, Rule.Id, Rule.Source);
        bladder.Also.Add((duct.From, duct.To));
        foreach (var m in note.Live.Where(m => m != bladder && (m.Entry.Under("K800") || m.Entry.Under("K801") || m.Entry.Under("K802") || m.Entry.Under("K804") || m.Entry.Under("K805") || m.Entry.Under("K81"))).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, entry.Display);
    }
}
