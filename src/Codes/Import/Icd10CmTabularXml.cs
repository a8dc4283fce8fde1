using System.Globalization;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The ICD-10-CM Tabular List in XML (<c>icd10cm-tabular-2026.xml</c>, root <c>ICD10CM.tabular</c>; CDC/NCHS, <c>icd10cm_tabular.xsd</c>): chapters, sections and
/// <c>diag</c> entries nested as printed, each with its notes. The year is in <c>&lt;version&gt;</c>.
/// Sections that span others (C00-C96) stand beside them without entries of their own, so the parent of a section is its chapter.
/// </summary>
public sealed class Icd10CmTabularXml : IImporter
{
    /// <summary>
    /// One row an entry. <c>kind</c>: <c>chapter</c>, <c>section</c>, <c>category</c> (three characters), <c>subcategory</c> (has finer entries),
    /// <c>code</c> (has none; a seventh character may still be due, see <see cref="Seventh"/>). <c>placeholder</c> is 1 where the list itself
    /// marks an entry that ends in the placeholder X.
    /// </summary>
    public static readonly Table Entry = new("icd10cm-tabular", "kind", "parent", "title", "placeholder");

    /// <summary>
    /// One row a note. <c>kind</c>: <c>inclusionTerm</c>, <c>includes</c>, <c>excludes1</c>, <c>excludes2</c>, <c>codeFirst</c>, <c>useAdditionalCode</c>, <c>codeAlso</c>,
    /// <c>note</c>, <c>sevenChrNote</c>, <c>visualImpairment</c> (a line of the table at H54). <c>ordinal</c> counts from 1 within entry and kind.
    /// A note holds for everything below its entry.
    /// </summary>
    public static readonly Table Note = new("icd10cm-note", "kind", "ordinal", "text");

    /// <summary>
    /// One row a seventh character, at the entry that defines it for everything below. <c>inclusion</c> is 1 where the row is a
    /// further wording under the character before it (S52, B: "initial encounter for open fracture NOS").
    /// </summary>
    public static readonly Table Seventh = new("icd10cm-7th", "character", "label", "inclusion");

    /// <inheritdoc/>
    public string Name => "icd10cm-tabular";

    /// <inheritdoc/>
    public string Publisher => "CDC/NCHS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Entry, Note, Seventh];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.XmlRoot == "ICD10CM.tabular";

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel) =>
        XmlRead.Guard(file, "ICD10CM.tabular", xml => new Reading(file, sink, xml, cancel).Document());

    private sealed class Reading(ReleaseFile file, FactSink sink, XmlRead xml, CancellationToken cancel)
    {
        private readonly Dictionary<string, int> ordinals = [];

        public void Document()
        {
            foreach (var element in xml.Children())
            {
                switch (element)
                {
                    case "version": sink.Edition(Icd.EditionStated(file, "icd10cm-tabular", xml.Text(), xml.Line)); break;
                    case "introduction": xml.Skip(); break;
                    case "chapter": RequireEdition(); Chapter(); break;
                    default: throw xml.Unknown("ICD10CM.tabular");
                }
            }

            RequireEdition();
        }

        private void RequireEdition()
        {
            if (sink.CurrentEdition is null) throw xml.Error("no version before the chapters", "<version> with the fiscal year");
        }

        private void Chapter()
        {
            var line = xml.Line;
            CodeKey? key = null;
            string? title = null;
            ordinals.Clear();
            foreach (var element in xml.Children())
            {
                switch (element)
                {
                    case "name":
                        var name = xml.Text();
                        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 99) throw xml.Error($"chapter '{Icd.Shown(name)}'", "its number");
                        key = CodeKey.Of(CodeSet.Icd10CmBlock, string.Create(CultureInfo.InvariantCulture, $"CH{number:00}"));
                        sink.Unique(key.Value, line);
                        break;
                    case "desc": title = xml.Text(); break;
                    case "sectionIndex":
                        foreach (var entry in xml.Children())
                        {
                            if (entry != "sectionRef") throw xml.Unknown("sectionIndex");
                            xml.Text();
                        }

                        break;
                    case "section": Section(Named(key, "chapter")); break;
                    default: Notes(element, Named(key, "chapter"), "chapter", ordinals); break;
                }
            }

            Row(Named(key, "chapter"), "chapter", "", title, "", line);
        }

        private void Section(CodeKey chapter)
        {
            var line = xml.Line;
            var id = xml.Attribute("id");
            if (id.Length is not (3 or 7) || id.Length == 7 && id[3] != '-' || !CodeKey.TryParse(CodeSet.Icd10CmBlock, id, out var key))
                throw xml.Error($"section '{Icd.Shown(id)}'", "a block such as A00-A09");
            sink.Unique(key, line);
            string? title = null;
            var ordinal = new Dictionary<string, int>();
            foreach (var element in xml.Children())
            {
                switch (element)
                {
                    case "desc": title = xml.Text(); break;
                    case "diag": Diagnosis(key.Code, false); break;
                    default: Notes(element, key, "section", ordinal); break;
                }
            }

            Row(key, "section", chapter.Code, title, "", line);
            cancel.ThrowIfCancellationRequested();
        }

        private void Diagnosis(string parent, bool nested)
        {
            var line = xml.Line;
            var placeholder = xml.Optional("placeholder") switch
            {
                null or "false" => "",
                "true" => "1",
                var other => throw xml.Error($"placeholder '{Icd.Shown(other)}'", "true or false"),
            };
            CodeKey? key = null;
            string? title = null;
            var finer = false;
            var ordinal = new Dictionary<string, int>();
            foreach (var element in xml.Children())
            {
                switch (element)
                {
                    case "name":
                        key = Icd.Cm(file, xml.Line, xml.Text());
                        sink.Unique(key.Value, line);
                        break;
                    case "desc": title = xml.Text(); break;
                    case "diag":
                        finer = true;
                        Diagnosis(Named(key, "diag").Code, true);
                        break;
                    case "sevenChrDef": SeventhCharacters(Named(key, "diag")); break;
                    case "visualImpairment": VisualImpairment(Named(key, "diag"), ordinal); break;
                    default: Notes(element, Named(key, "diag"), "diag", ordinal); break;
                }
            }

            var code = Named(key, "diag");
            if (nested == code.Code.Length <= 3) throw file.Error(line, $"{code.Display} {(nested ? "inside another entry" : "directly in a section")}", "a category of three characters, and finer entries inside it");
            Row(code, !nested ? "category" : finer ? "subcategory" : "code", parent, title, placeholder, line);
        }

        private void Notes(string element, CodeKey key, string parent, Dictionary<string, int> ordinal)
        {
            var kind = element switch
            {
                "inclusionTerm" or "includes" or "excludes1" or "excludes2" or "codeFirst" or "useAdditionalCode" or "codeAlso" or "sevenChrNote" => element,
                "notes" => "note",
                _ => throw xml.Unknown(parent),
            };
            foreach (var child in xml.Children())
            {
                if (child != "note") throw xml.Unknown(element);
                var line = xml.Line;
                NoteRow(key, kind, xml.Text(), line, ordinal);
            }
        }

        private void SeventhCharacters(CodeKey key)
        {
            var character = "";
            foreach (var child in xml.Children())
            {
                var line = xml.Line;
                var inclusion = child == "note";
                if (child == "extension")
                {
                    character = xml.Attribute("char");
                    if (character.Length != 1 || !char.IsAsciiLetterOrDigit(character[0])) throw xml.Error($"seventh character '{Icd.Shown(character)}'", "a letter or a digit");
                }
                else if (!inclusion || character.Length == 0)
                {
                    throw xml.Unknown("sevenChrDef");
                }

                var label = xml.Text();
                if (label.Length == 0) throw xml.Error("an empty meaning", "what the seventh character means");
                sink.Row().Column(character).Column(label).Column(inclusion ? "1" : "").End(Seventh, key, line);
            }
        }

        // The only table in the list: category of impairment, and acuity as a range in metres, decimals and feet. Its first entry is headings.
        private void VisualImpairment(CodeKey key, Dictionary<string, int> ordinal)
        {
            foreach (var category in xml.Children())
            {
                if (category != "visCategory") throw xml.Unknown("visualImpairment");
                var line = xml.Line;
                var name = "";
                var less = new List<string>();
                var least = new List<string>();
                foreach (var part in xml.Children())
                {
                    switch (part)
                    {
                        case "heading": xml.Text(); break;
                        case "value": name = xml.Text(); break;
                        case "visRange":
                            foreach (var bound in xml.Children())
                            {
                                if (bound is not ("visMax" or "visMin" or "heading")) throw xml.Unknown("visRange");
                                if (bound == "heading") { xml.Text(); continue; }
                                foreach (var value in xml.Children())
                                {
                                    if (value is not ("value" or "heading")) throw xml.Unknown(bound);
                                    var text = xml.Text();
                                    if (value == "value") (bound == "visMax" ? less : least).Add(text);
                                }
                            }

                            break;
                        default: throw xml.Unknown("visCategory");
                    }
                }

                if (name.Length == 0) continue;
                var range = $"Category {name}:";
                if (less.Count > 0) range += $" less than {string.Join(", ", less)};";
                if (least.Count > 0) range += $" equal to or better than {string.Join(", ", least)}";
                NoteRow(key, "visualImpairment", range.TrimEnd(';', ':'), line, ordinal);
            }
        }

        private void NoteRow(CodeKey key, string kind, string text, int line, Dictionary<string, int> ordinal)
        {
            if (text.Length == 0) throw file.Error(line, $"an empty {kind} at {key.Display}", "its text");
            var n = ordinal[kind] = ordinal.GetValueOrDefault(kind) + 1;
            sink.Row().Column(kind).Column(n.ToString(CultureInfo.InvariantCulture)).Column(text).End(Note, key, line);
        }

        private void Row(CodeKey key, string kind, string parent, string? title, string placeholder, int line)
        {
            if (string.IsNullOrEmpty(title)) throw file.Error(line, $"{key.Display} without a title", "<desc> with its title");
            sink.Row().Column(kind).Column(parent).Column(title).Column(placeholder).End(Entry, key, line);
        }

        private CodeKey Named(CodeKey? key, string element) => key ?? throw xml.Error($"<{element}> without a name", "<name> first");
    }
}
