namespace CodingAhead.Text.Detect.Rules;

/// <summary>Pulmonary hypertension of which the note names the cause is coded by it, beside the cause (Tabular List, I27.22 to I27.24 and their code also notes).</summary>
internal static class PulmonaryHypertension
{
    public static readonly Rule Rule = new("pulmonary-hypertension", "Tabular List, I27.2", Apply);

    private static readonly (string Code, string[] Causes)[] Groups =
    [
        ("I2722", ["I50", "I34", "I35", "I05", "I06", "I08", "I11", "I13", "I42"]), ("I2723", ["J4", "J60", "J61", "J62", "J63", "J64", "J84", "J984", "J961", "G473", "D86"]), ("I2724", ["I26", "I2782"]), ("I2721", ["M34", "M32", "B20", "Q2", "K766"]),
    ];

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code == "I2720").ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            if (m.To + 1 >= sentence.To || !(note.Word(m.To) is "due" or "secondary" && note.Word(m.To + 1) == "to" || note.Word(m.To) is "from" or "2/2")) continue;
            var cause = note.Live.Where(o => o.Sentence == m.Sentence && o.From > m.To && o.From <= m.To + 5).MinBy(o => o.From);
            var code = cause is null ? note.Word(Math.Min(m.To + 2, sentence.To - 1)) == "left" ? "I2722" : null : Array.Find(Groups, g => Array.Exists(g.Causes, cause.Entry.Under)).Code;
            if (code is null || note.Codes.Find(code) is not { } entry) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
            // "Due to lung disease" names no disease of the lung.
            if (cause is not null) { m.Also.Add((cause.From, cause.To)); if (cause.Entry.Code is "J984" or "I519") cause.Reject(RejectReasons.Combined, Rule.Source, entry.Display); }
        }
    }
}
