using System.Globalization;
using System.Text;

namespace CodingAhead.Text.Redact.Formats;

/// <summary>
/// A structured text while its identifiers are taken out: the places that change are noted and everything else stays byte for byte. One numbering and one
/// knowledge of names hold for all its fields.
/// </summary>
internal sealed class Draft
{
    private readonly record struct Edit(int Start, int End, string Text);

    private readonly Redactor redactor;
    private readonly Known everybody;
    private Survey survey;
    private readonly Replacements replacements;
    private readonly List<Edit> edits = [];
    private readonly List<RedactionSpan> spans = [];
    private readonly SortedSet<string> notes;
    private readonly CancellationToken cancel;

    public Draft(Redactor redactor, string source, Known known, int year, CancellationToken cancel)
    {
        (this.redactor, this.cancel, Source, Known, everybody) = (redactor, cancel, source, known, known);
        (survey, notes) = (new Survey(redactor.Policy, redactor.Year) { Latest = year, Clinical = true }, new SortedSet<string>(StringComparer.Ordinal));
        replacements = new Replacements(redactor.Policy, Redactor.Patient(known));
    }

    private Draft(Draft outer, string source)
    {
        (redactor, cancel, Source, Known, everybody) = (outer.redactor, outer.cancel, source, outer.Known, outer.everybody);
        (survey, notes, replacements) = (outer.survey, outer.notes, outer.replacements);
    }

    public string Source { get; }

    /// <summary>What is known of the persons, from the caller and from the document itself.</summary>
    public Known Known { get; private set; }

    /// <summary>What follows is of another person: what is known of her alone is looked for, and nothing spreads from what came before. Numbers go on.</summary>
    public void Turn(Known known) => (Known, survey) = (known, new Survey(redactor.Policy, redactor.Year) { Latest = survey.Latest, Clinical = true });

    /// <summary>The year it is: a year of birth tells the age of today.</summary>
    public int Now => survey.Now;

    /// <summary>Whether anything is replaced; labels and audits change nothing.</summary>
    public bool Replaces => redactor.Policy.Mode == RedactionMode.Redact;

    /// <summary>Says what was done beside replacing. Without values.</summary>
    public void Note(string note) => notes.Add(note);

    /// <summary>Whether the policy removes a type.</summary>
    public bool Removes(PhiType type) => redactor.Policy.For(type) != PhiAction.Keep;

    /// <summary>Redacts free text.</summary>
    /// <param name="excerpt">The text.</param>
    /// <param name="escape">Writes a replacement in the source's spelling.</param>
    public void Free(Excerpt excerpt, Func<string, string> escape)
    {
        var text = excerpt.Text;
        if (string.IsNullOrWhiteSpace(text)) return;
        var found = new List<RedactionSpan>();
        redactor.Spans(text, Known, survey, replacements, found, cancel);
        foreach (var span in found)
        {
            var places = excerpt.Places(span.Start, span.End);
            if (places.Count == 0) continue;
            spans.Add(span with { Start = places[0].Start, End = places[^1].End });
            Change(places, span.Replacement, escape);
        }
    }

    /// <summary>Replaces a field whole that holds an identifier by the format's own definition.</summary>
    /// <param name="excerpt">The value.</param>
    /// <param name="type">What it is.</param>
    /// <param name="escape">Writes a replacement in the source's spelling.</param>
    /// <param name="form">Makes the token fit the field's data type; what another action of the policy gives is left.</param>
    public void Field(Excerpt excerpt, PhiType type, Func<string, string> escape, Func<string, string>? form = null)
    {
        var value = excerpt.Text;
        if (string.IsNullOrWhiteSpace(value) || IsToken(value)) return;
        var mark = new Mark(0, value.Length, type, "field", 1);
        var replacement = Replaces ? replacements.Of(mark, value, survey) : null;
        if (replacement is not null && form is not null && redactor.Policy.For(type) == PhiAction.Token) replacement = form(value);
        if (replacement == value) return;
        var places = excerpt.Places(0, excerpt.Length);
        if (places.Count == 0) return;
        spans.Add(new RedactionSpan(places[0].Start, places[^1].End, 0, 0, type, "field", 1, replacement));
        Change(places, replacement, escape);
    }

    /// <summary>The number of a value among those of its type, for replacements that are no tokens.</summary>
    public int Number(PhiType type, string value) => replacements.Number(type, value);

    /// <summary>Changes a place that is no value: a comment, a check sum of what was changed.</summary>
    public void Replace(int start, int end, string text)
    {
        if (Replaces && !Source.AsSpan(start, end - start).SequenceEqual(text)) edits.Add(new Edit(start, end, text));
    }

    /// <summary>A text within this one that has a format of its own; give it back to <see cref="Take"/>.</summary>
    public Draft Within(string text) => new(this, text);

    /// <summary>A text within this one that is of another person: nothing spreads between the two.</summary>
    public Draft Apart(string text, Known known) => new(redactor, text, known, 0, cancel);

    /// <summary>What was found, in no order.</summary>
    public IReadOnlyList<RedactionSpan> Spans => spans;

    /// <summary>Brings the changes of an inner text into this one.</summary>
    public void Take(Draft inner, Excerpt excerpt, Func<string, string> escape)
    {
        foreach (var span in inner.spans)
        {
            var places = excerpt.Places(span.Start, span.End);
            if (places.Count > 0) spans.Add(span with { Start = places[0].Start, End = places[^1].End });
        }

        foreach (var edit in inner.edits)
        {
            var places = excerpt.Places(edit.Start, edit.End);
            if (places.Count > 0) Change(places, edit.Text, escape);
        }
    }

    /// <summary>Brings the changes of an inner text into this one that is spelt in a way that has no places for characters; returns the inner text changed, null when it was not.</summary>
    public string? TakeWhole(Draft inner, int start, int end)
    {
        // Each find gets its share of the place, in order, so that spans stay apart.
        for (var i = 0; i < inner.spans.Count; i++)
        {
            var (from, to) = (start + (int)((long)(end - start) * inner.spans[i].Start / Math.Max(1, inner.Source.Length)), start + (int)((long)(end - start) * inner.spans[i].End / Math.Max(1, inner.Source.Length)));
            spans.Add(inner.spans[i] with { Start = from, End = Math.Max(from, to) });
        }

        return inner.edits.Count == 0 ? null : inner.Changed();
    }

    /// <summary>The document without identifiers.</summary>
    /// <exception cref="RedactionException">A removed value would remain in it.</exception>
    public RedactionResult Finish()
    {
        var points = new CodePoints(Source);
        spans.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
        var apart = new List<RedactionSpan>(spans.Count);
        foreach (var span in spans)
        {
            var start = apart.Count > 0 ? Math.Max(span.Start, apart[^1].End) : span.Start;
            apart.Add(span with { Start = start, End = Math.Max(start, span.End), CpStart = points.FromUtf16(start), CpEnd = points.FromUtf16(Math.Max(start, span.End)) });
        }

        var output = redactor.Policy.Mode switch { RedactionMode.Audit => "", RedactionMode.Label => Source, _ => Changed() };
        if (Replaces) PostCheck.Run(Certain(), output);
        return redactor.Result(Source, output, apart, [.. notes]);
    }

    // What is known must be gone from the whole document, in whatever place it stood: numbers, and names that are nothing else.
    private Survey Certain()
    {
        var certain = new Survey(redactor.Policy, redactor.Year);
        // One patient's name may be a word, or somebody else's, in another's record.
        if (Removes(PhiType.Name) && redactor.Policy.Providers && ReferenceEquals(everybody, Known))
        {
            foreach (var token in everybody.Names.SelectMany(static n => Tokens.Of(FoldedText.Of(n).View, Evidence.Shipped)))
            {
                if (token.IsWord && token.Length >= 4 && token.Weights.Ordinary == 0 && token.Word == Word.None) certain.Words.TryAdd(token.Hash, false);
            }
        }

        if (Removes(PhiType.Mrn) && Removes(PhiType.Id))
        {
            foreach (var token in everybody.Ids.SelectMany(static n => Tokens.Of(FoldedText.Of(n).View, null)))
            {
                if (!token.IsWord && token.Length >= 7) certain.Numbers.Add(token.Hash);
            }
        }

        return certain;
    }

    private void Change(List<(int Start, int End)> places, string? replacement, Func<string, string> escape)
    {
        if (replacement is null || !Replaces) return;
        edits.Add(new Edit(places[0].Start, places[0].End, escape(replacement)));
        for (var i = 1; i < places.Count; i++) edits.Add(new Edit(places[i].Start, places[i].End, ""));
    }

    private string Changed()
    {
        edits.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
        var output = new StringBuilder(Source.Length);
        var at = 0;
        foreach (var edit in edits)
        {
            if (edit.Start < at)
            {
                // Two changes of one place: the first stands, and what the second covers beyond it goes.
                at = Math.Max(at, edit.End);
                continue;
            }

            output.Append(Source, at, edit.Start - at).Append(edit.Text);
            at = edit.End;
        }

        return output.Append(Source, at, Source.Length - at).ToString();
    }

    /// <summary>Whether an earlier redaction put this token there.</summary>
    public static bool IsToken(string value) => value.Length > 4 && value[0] == '[' && value[^1] == ']' && value.IndexOf('-', StringComparison.Ordinal) is > 1 and var dash
        && PhiTypes.TryParse(value[1..dash], out _) && value.AsSpan(dash + 1).IndexOfAnyExceptInRange('0', ':') == value.Length - dash - 2;

    /// <summary>The part of a ZIP code that may stay; nothing of one that is none.</summary>
    public static string Zip(string value) => Zip3.Of(value) ?? (value.Length == 3 && value.All(char.IsAsciiDigit) ? value : "");

    /// <summary>Whether what stands before or after a name is only a form of address, a rank or a degree.</summary>
    public static bool IsForm(string value) => Tokens.Of(FoldedText.Of(value).View, null).TrueForAll(static t => t.Length == 1 || t.Is(Word.Title | Word.Suffix | Word.Credential));

    /// <summary>Whether a word that is no text of its own, such as an anchor, is made of a known name or number.</summary>
    public bool Holds(string value) =>
        Known.Names.SelectMany(static n => n.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Any(n => n.Length >= 4 && value.Contains(n, StringComparison.OrdinalIgnoreCase))
        || Known.Ids.Any(i => i.Length >= 5 && value.Contains(i, StringComparison.OrdinalIgnoreCase));

    /// <summary>A message that names a place and nothing that stands there.</summary>
    public static RedactionException Damaged(string what, string source, int at)
    {
        var before = source.AsSpan(0, Math.Clamp(at, 0, source.Length));
        return new RedactionException(string.Create(CultureInfo.InvariantCulture, $"Not readable as {what} at line {before.Count('\n') + 1}, character {before.Length - before.LastIndexOf('\n')}; nothing was written."));
    }
}
