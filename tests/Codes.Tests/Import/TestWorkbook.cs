using System.IO.Compression;
using System.Security;
using System.Text;

namespace CodingAhead.Codes.Tests.Import;

/// <summary>Makes a small xlsx workbook of text cells.</summary>
public static class TestWorkbook
{
    public static byte[] Make(params (string Name, string[][] Rows)[] sheets)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Entry(zip, "[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>""");
            Entry(zip, "_rels/.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            var names = new StringBuilder();
            var relations = new StringBuilder();
            for (var s = 0; s < sheets.Length; s++)
            {
                names.Append($"<sheet name=\"{SecurityElement.Escape(sheets[s].Name)}\" sheetId=\"{s + 1}\" r:id=\"s{s + 1}\"/>");
                relations.Append($"<Relationship Id=\"s{s + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{s + 1}.xml\"/>");
                var rows = new StringBuilder();
                for (var r = 0; r < sheets[s].Rows.Length; r++)
                {
                    rows.Append($"<row r=\"{r + 1}\">");
                    for (var c = 0; c < sheets[s].Rows[r].Length; c++)
                        rows.Append($"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(sheets[s].Rows[r][c])}</t></is></c>");
                    rows.Append("</row>");
                }

                Entry(zip, $"xl/worksheets/sheet{s + 1}.xml", $"<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>");
            }

            Entry(zip, "xl/workbook.xml", $"<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{names}</sheets></workbook>");
            Entry(zip, "xl/_rels/workbook.xml.rels", $"<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>");
        }

        return stream.ToArray();
    }

    private static void Entry(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(content);
    }
}
