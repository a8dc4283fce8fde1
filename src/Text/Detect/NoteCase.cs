using System.Globalization;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>A note while its codes are found: its outline, its mentions, and what is asked. The rules work on it one after the other.</summary>
internal sealed class NoteCase(NoteOutline note, Lexicon lexicon, DetectOptions options)
{
    public NoteOutline Note { get; } = note;

    public Lexicon Lexicon { get; } = lexicon;

    public CodeTable Codes => Lexicon.Codes;

    public DetectOptions Options { get; } = options;

    /// <summary>Sex and age.</summary>
    public Patient Patient { get; } = Patient.Of(note, options);

    public bool Inpatient => Options.Setting == CareSetting.Inpatient;

    /// <summary>All mentions in the order of the note, those rejected too.</summary>
    public List<Mention> Mentions { get; } = [];

    /// <summary>Mentions of external causes, used only beside an injury.</summary>
    public List<Mention> External { get; } = [];

    public List<Scope>[] ScopesOf { get; } = new List<Scope>[note.Sentences.Count];

    public List<List<TextTerm>> TermsOf { get; } = [];

    public List<string> Queries { get; } = [];

    public List<string> Notes { get; } = [];

    /// <summary>Mentions that are still to be coded.</summary>
    public IEnumerable<Mention> Live => Mentions.Where(m => m.Live);

    /// <summary>Whether some live mention has a code under one of these beginnings.</summary>
    public bool Has(params ReadOnlySpan<string> prefixes)
    {
        foreach (var m in Mentions)
        {
            if (!m.Live) continue;
            foreach (var p in prefixes)
            {
                if (m.Entry.Under(p)) return true;
            }
        }

        return false;
    }

    /// <summary>The first live mention under one of these beginnings; null when there is none.</summary>
    public Mention? First(params ReadOnlySpan<string> prefixes)
    {
        foreach (var m in Mentions)
        {
            if (!m.Live) continue;
            foreach (var p in prefixes)
            {
                if (m.Entry.Under(p)) return m;
            }
        }

        return null;
    }

    /// <summary>The word of a mention's sentence, or of the text around, in lower case.</summary>
    public string Word(int at) => Note.Words[at].Text;

    /// <summary>Whether a word is a year that was over at the visit, and none that tells something else: 1931 to the year before the date of service.</summary>
    public bool IsPastYear(int at) => YearAt(at) is { } year && Options.On is { } on && year < on.Year;

    /// <summary>The year that a word is: four digits, from 1931 on; null when it is none.</summary>
    public int? YearAt(int at) => Note.Words[at].Text is { Length: 4 } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1930 and < 2100 ? year : null;

    private Mention[] byPlace = [];
    private int longest;

    /// <summary>The mentions that touch the words from one to another. By place, since a sentence may be as long as the note and have thousands.</summary>
    public IEnumerable<Mention> Touching(int from, int to)
    {
        if (byPlace.Length != Mentions.Count)
        {
            byPlace = [.. Mentions.OrderBy(static m => m.From)];
            longest = byPlace.Length == 0 ? 0 : byPlace.Max(static m => m.To - m.From);
        }

        var (low, high) = (0, byPlace.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (byPlace[middle].From < from - longest) low = middle + 1;
            else high = middle;
        }

        for (; low < byPlace.Length && byPlace[low].From <= to; low++)
        {
            if (byPlace[low].To >= from) yield return byPlace[low];
        }
    }

    private HashSet<string>? vocabulary;

    /// <summary>Whether one of these words stands anywhere in the note: a rule without its words need not look at the sentences.</summary>
    public bool Speaks(params ReadOnlySpan<string> wanted)
    {
        vocabulary ??= Note.Words.Select(w => w.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var w in wanted)
        {
            if (vocabulary.Contains(w)) return true;
        }

        return false;
    }

    /// <summary>Whether a sentence has one of these words; gives its place.</summary>
    public int FindWord(Sentence sentence, params ReadOnlySpan<string> wanted)
    {
        for (var i = sentence.From; i < sentence.To; i++)
        {
            foreach (var w in wanted)
            {
                if (Note.Words[i].Text == w) return i;
            }
        }

        return -1;
    }

    /// <summary>The scope of a kind that holds all the words from one to another; null when there is none.</summary>
    public Scope? ScopeAt(int sentence, Assertion kind, int from, int to)
    {
        foreach (var scope in ScopesOf[sentence])
        {
            // A cue inside the condition's own name ("without hematuria") says nothing about the whole.
            if (scope.Kind == kind && scope.From <= from && scope.To >= to && !(scope.Cue.To > scope.Cue.From && scope.Cue.From >= from && scope.Cue.To <= to)) return scope;
        }

        return null;
    }

    /// <summary>Adds a code that words of the note call for, with its rule.</summary>
    public Mention? Add(string code, int sentence, int from, int to, Assertion assertion, string rule, string source)
    {
        if (Codes.Find(code) is not { } entry) return null;
        var mention = new Mention
        {
            Entry = entry, Sentence = sentence, From = from, To = to, Section = Note.Sentences[sentence].Section.Kind, Assertion = assertion, Kind = TermKind.IndexDefault, Score = 20, Terms = 2,
        };
        mention.Why.Add(new Reason("rule", rule, source));
        mention.Kept = true;
        Mentions.Add(mention);
        return mention;
    }
}
