using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The entries that the four books of the ICD-10-CM Alphabetic Index share (CDC/NCHS, <c>icd10cm_index.xsd</c> and <c>icd10cm_drug_neoplasm.xsd</c>): letters,
/// main terms, terms nested by <c>level</c>, each with a title, and codes, references or table cells.
/// </summary>
internal sealed partial class Icd10CmIndex(ReleaseFile file, FactSink sink, XmlRead xml, string book, IReadOnlyDictionary<string, string> headings, CancellationToken cancel)
{
    /// <summary>
    /// One row a code of an entry, at the code without dot and trailing dash. <c>book</c>: <c>disease external neoplasm drug</c>; <c>path</c>: titles from the main term
    /// on, <c> &gt; </c> between them; <c>nemod</c>: nonessential modifiers of the last title; <c>column</c>: heading of the table's column, blank in a plain entry;
    /// <c>printed</c>: the code as printed (<c>C79.8-</c>: more characters are due); <c>manifestation</c>: the second code in brackets.
    /// </summary>
    public static readonly Table Index = new("icd10cm-index", "book", "path", "nemod", "column", "printed", "manifestation");

    /// <summary>One row a reference to elsewhere, at a serial number of its own: <c>kind</c> is <c>see</c>, <c>seeAlso</c>, <c>seecat</c> or <c>subcat</c>.</summary>
    public static readonly Table See = new("icd10cm-index-see", "book", "path", "nemod", "kind", "target");

    private int serial;
    private int silent;
    private string? firstSilent;
    private int withoutCode;
    private string? firstWithoutCode;

    private char BookLetter => book switch { "disease" => 'D', "external" => 'E', "neoplasm" => 'N', _ => 'X' };

    /// <summary>Reads a letter with its main terms.</summary>
    public void Letter()
    {
        foreach (var element in xml.Children())
        {
            switch (element)
            {
                case "title": xml.Text(); break;
                case "mainTerm": Term("", 0); break;
                default: throw xml.Unknown("letter");
            }
        }

        cancel.ThrowIfCancellationRequested();
    }

    /// <summary>Says what was passed over.</summary>
    public void Notes()
    {
        if (silent > 0) sink.Notes.Add($"{silent} entries give neither a code nor a reference, the first: {firstSilent}");
        if (withoutCode > 0) sink.Notes.Add($"{withoutCode} entries give a manifestation without a code, the first: {firstWithoutCode}");
    }

    private void Term(string parent, int level)
    {
        var line = xml.Line;
        var path = parent;
        var nemod = "";
        string? code = null;
        var manifestation = "";
        var cells = new List<(string Heading, string Code, int Line)>();
        var references = new List<(string Kind, string Target, int Line)>();
        var titled = false;
        var leaf = true;
        var flushed = false;
        foreach (var element in xml.Children())
        {
            if (element != "title" && !titled) throw xml.Error($"<{element}> before the title", "<title> first");
            switch (element)
            {
                case "title":
                    if (titled) throw xml.Error("a second <title>", "one title an entry");
                    titled = true;
                    var modifiers = new List<string>();
                    var title = xml.Text(() =>
                    {
                        if (xml.Element != "nemod") throw xml.Unknown("title");
                        modifiers.Add(xml.Text());
                    });
                    if (title.Length == 0 && modifiers.Count == 0) throw xml.Error("an empty title", "its text");
                    path = parent.Length == 0 ? title : parent + " > " + title;
                    nemod = string.Join(' ', modifiers);
                    break;
                case "code":
                    if (code is not null) throw xml.Error("a second <code>", "one code an entry");
                    code = xml.Text();
                    break;
                case "manif": manifestation = xml.Text(); break;
                case "see" or "seeAlso" or "seecat" or "subcat":
                    var at = xml.Line;
                    var target = xml.Text();
                    if (target.Length == 0) throw xml.Error($"an empty <{element}>", "where to look");
                    references.Add((element, target, at));
                    break;
                case "cell":
                    var column = xml.Attribute("col");
                    if (!headings.TryGetValue(column, out var heading)) throw xml.Error($"column '{Icd.Shown(column)}'", "a column of the heading");
                    var cellLine = xml.Line;
                    cells.Add((heading, xml.Text(), cellLine));
                    break;
                case "term":
                    if (!flushed) { Flush(); flushed = true; }
                    leaf = false;
                    if (xml.Attribute("level") != (level + 1).ToString(CultureInfo.InvariantCulture)) throw xml.Error($"level {Icd.Shown(xml.Attribute("level"))} inside level {level}", $"level {level + 1}");
                    Term(path, level + 1);
                    break;
                default: throw xml.Unknown(level == 0 ? "mainTerm" : "term");
            }
        }

        if (!titled) throw file.Error(line, "an entry without a title", "<title>");
        if (!flushed) Flush();
        if (leaf && code is null && references.Count == 0 && cells.Count == 0 && manifestation.Length == 0) { silent++; firstSilent ??= path; }

        void Flush()
        {
            if (code is not null) Row("", code, manifestation, line);
            else if (manifestation.Length > 0) { withoutCode++; firstWithoutCode ??= $"{path}: {manifestation}"; }
            foreach (var (heading, printed, cellLine) in cells)
            {
                if (printed is not ("-" or "--")) Row(heading, printed, "", cellLine);
            }

            foreach (var (kind, target, at) in references)
            {
                var key = CodeKey.Of(CodeSet.IndexTerm, string.Create(CultureInfo.InvariantCulture, $"{BookLetter}{++serial:0000000}"));
                sink.Row().Column(book).Column(path).Column(nemod).Column(kind).Column(target).End(See, key, at);
            }
        }

        void Row(string heading, string printed, string second, int at)
        {
            if (second.Length > 0 && !Printed().IsMatch(second)) throw file.Error(at, $"manifestation '{Icd.Shown(second)}'", "a code such as H35.0- or J99");
            sink.Row().Column(book).Column(path).Column(nemod).Column(heading).Column(printed).Column(second).End(Index, Key(printed, at), at);
        }
    }

    private CodeKey Key(string printed, int line)
    {
        if (!Printed().IsMatch(printed)) throw file.Error(line, $"code '{Icd.Shown(printed)}'", "a code such as A00.1, C79.8- or I63.-");
        return CodeKey.Of(CodeSet.Icd10Cm, printed.TrimEnd('-').TrimEnd('.'));
    }

    [GeneratedRegex(@"\A[A-Z][0-9A-Z]{2}(\.-|\.[0-9A-Z]{1,4}-?|-)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Printed();
}
