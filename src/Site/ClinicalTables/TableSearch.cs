using System.Text.Json;
using CodingAhead.Codes;
using CodingAhead.Codes.Search;
using CodingAhead.Site.Books;
using CodingAhead.Site.Search;
using CodingAhead.Site.Shared;

namespace CodingAhead.Site.ClinicalTables;

/// <summary>A search of a table: finds, then writes the array of the service.</summary>
internal sealed class TableSearch(
    ClinicalTable table, string terms, int offset, int count, IReadOnlyList<(string Field, string Alias)> display, IReadOnlyList<(string Field, string Alias)> searched,
    (string Field, string Alias) code, IReadOnlyList<(string Field, string Alias)> extra, Constraint constraint)
{
    // A constraint on words is checked code by code, among so many.
    private const int MostChecked = 500;

    /// <summary>Answers from a book, as of a day.</summary>
    public IResult Answer(OpenBook open, DateOnly on, string? warning)
    {
        var (found, total) = Find(open, on);
        return new JsonAnswer("application/json; charset=utf-8", w => Write(w, open.Book, on, found, total)) { Warning = warning };
    }

    private (List<(CodeKey Key, string Title)> Found, int Total) Find(OpenBook open, DateOnly on)
    {
        var found = new List<(CodeKey, string)>(Math.Min(count, MostChecked));
        var book = open.Book;
        var query = new SearchQuery
        {
            Text = terms.Trim(), On = on, Sets = [table.Set], Top = constraint.IsEmpty ? offset + count : Math.Max(MostChecked, offset + count), Typing = terms.Length > 0 && terms[^1] != ' ',
            ActiveOnly = table.Current, BillableOnly = true, Under = CodeRange.Parse(constraint.Under),
        };
        if (query.Text.Length == 0) return (found, InOrder(book, query, found));
        var codes = searched.Any(f => ClinicalTable.IsCode(f.Field));
        var words = searched.Any(f => !ClinicalTable.IsCode(f.Field));
        var typed = TypedCodes.Find(open, query, static _ => true, codes, words, counted: true);
        var total = constraint.IsEmpty ? typed.Total : 0;
        var at = 0;
        foreach (var hit in typed.Hits)
        {
            var title = ClinicalTable.Title(hit.Title);
            if (!constraint.IsEmpty)
            {
                if (!constraint.Holds(table, book, hit.Key, on, title)) continue;
                total++;
            }

            if (at++ >= offset && found.Count < count) found.Add((hit.Key, title));
        }

        return (found, total);
    }

    private int InOrder(Book book, SearchQuery query, List<(CodeKey Key, string Title)> found)
    {
        var total = 0;
        foreach (var key in constraint.Under.Length > 0 && CodeKey.TryParse(table.Set, constraint.Under, out var under) ? book.KeysUnder(under) : book.Keys(table.Set))
        {
            var status = book.Find(key, query.On).Status;
            if (status is CodeStatus.UnknownCode or CodeStatus.NotYetValid || query.ActiveOnly && status != CodeStatus.Active || !Titles.Billable(book, key, query.On)) continue;
            var title = !constraint.IsEmpty || total >= offset && found.Count < count ? ClinicalTable.Title(Titles.Of(book, key, query.On)) : "";
            if (!constraint.IsEmpty && !constraint.Holds(table, book, key, query.On, title)) continue;
            if (total++ >= offset && found.Count < count) found.Add((key, title));
        }

        return total;
    }

    private void Write(Utf8JsonWriter w, Book book, DateOnly on, List<(CodeKey Key, string Title)> found, int total)
    {
        w.WriteStartArray();
        w.WriteNumberValue(total);
        w.WriteStartArray();
        foreach (var (key, title) in found) w.WriteStringValue(table.Field(book, key, on, title, code.Field));
        w.WriteEndArray();
        if (extra.Count == 0) w.WriteNullValue();
        else
        {
            w.WriteStartObject();
            foreach (var (field, alias) in extra)
            {
                w.WriteStartArray(alias);
                foreach (var (key, title) in found) w.WriteStringValue(table.Field(book, key, on, title, field));
                w.WriteEndArray();
            }

            w.WriteEndObject();
        }

        w.WriteStartArray();
        foreach (var (key, title) in found)
        {
            w.WriteStartArray();
            foreach (var (field, _) in display) w.WriteStringValue(table.Field(book, key, on, title, field));
            w.WriteEndArray();
        }

        w.WriteEndArray();
        w.WriteEndArray();
    }
}
