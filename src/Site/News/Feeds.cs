using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using CodingAhead.Codes;
using CodingAhead.Codes.Page;
using CodingAhead.Site.Shared;

namespace CodingAhead.Site.News;

/// <summary>The form of a feed.</summary>
public enum FeedForm : byte
{
    /// <summary>Atom, RFC 4287.</summary>
    Atom,

    /// <summary>RSS 2.0.</summary>
    Rss,
}

/// <summary>
/// The newest editions as a feed: an entry an edition, with how many codes changed and the first of them. Ids are the same in every installation and for ever,
/// so that a reader shows an edition once; an entry is dated by its edition's first day.
/// </summary>
internal static class Feeds
{
    private const string AtomName = "http://www.w3.org/2005/Atom";
    private const int EntriesOfSet = 12;
    private const int EntriesOfEachSet = 3;
    private const int CodesOfEntry = 40;

    /// <summary>The feed of a set, or of all with null.</summary>
    public static async Task<IResult> Of(HttpContext context, Asked asked, string? set, FeedForm form, CancellationToken cancel)
    {
        var only = CodeSet.None;
        if (set is not null && (!NewsRoutes.TrySet(set, out only) || asked.Open.CountOf(only) == 0)) return TypedResults.NotFound();
        var steps = only != CodeSet.None
            ? asked.Open.News.Steps(only).Where(s => s.Date <= asked.On).Take(EntriesOfSet)
            : CodeSets.Searchable.SelectMany(s => asked.Open.News.Steps(s).Where(e => e.Date <= asked.On).Take(EntriesOfEachSet)).OrderByDescending(s => s.Date).ThenBy(s => s.Set);
        var entries = new List<(EditionStep Step, EditionChanges Changes)>();
        foreach (var step in steps) entries.Add((step, await asked.Open.News.Of(step, cancel)));
        var text = Write(new Uri($"{context.Request.Scheme}://{context.Request.Host}"), only, form, entries, DateOnly.FromDateTime(asked.Book.Built.UtcDateTime));
        return TypedResults.Text(text, form == FeedForm.Atom ? "application/atom+xml" : "application/rss+xml", Encoding.UTF8);
    }

    /// <summary>Writes the feed.</summary>
    internal static string Write(Uri host, CodeSet set, FeedForm form, IReadOnlyList<(EditionStep Step, EditionChanges Changes)> entries, DateOnly empty)
    {
        using var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true }))
        {
            var path = set == CodeSet.None ? "/whats-new" : $"/whats-new/{set.Id()}";
            var feed = new Feed(host, path, $"{(set == CodeSet.None ? "Medical codes" : set.Name())}: what is new", entries.Count > 0 ? entries.Max(e => e.Step.Date) : empty);
            if (form == FeedForm.Atom) Atom(xml, feed, entries);
            else Rss(xml, feed, entries);
        }

        return text.ToString();
    }

    private static void Atom(XmlWriter xml, Feed feed, IReadOnlyList<(EditionStep Step, EditionChanges Changes)> entries)
    {
        xml.WriteStartElement("feed", AtomName);
        xml.WriteElementString("id", AtomName, $"urn:codingahead:{feed.Path.Trim('/').Replace('/', ':')}");
        xml.WriteElementString("title", AtomName, feed.Title);
        xml.WriteElementString("updated", AtomName, Instant(feed.Updated));
        Link("self", "application/atom+xml", feed.Url(feed.Path + ".atom"));
        Link("alternate", "text/html", feed.Url(feed.Path));
        xml.WriteStartElement("author", AtomName);
        xml.WriteElementString("name", AtomName, "CodingAhead");
        xml.WriteEndElement();
        foreach (var (step, changes) in entries)
        {
            xml.WriteStartElement("entry", AtomName);
            xml.WriteElementString("id", AtomName, Id(step));
            xml.WriteElementString("title", AtomName, Title(step, changes));
            xml.WriteElementString("updated", AtomName, Instant(step.Date));
            Link("alternate", "text/html", feed.Url(Page(step)));
            xml.WriteStartElement("content", AtomName);
            xml.WriteAttributeString("type", "html");
            xml.WriteString(Content(feed, step, changes));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();

        void Link(string rel, string type, string href)
        {
            xml.WriteStartElement("link", AtomName);
            xml.WriteAttributeString("rel", rel);
            xml.WriteAttributeString("type", type);
            xml.WriteAttributeString("href", href);
            xml.WriteEndElement();
        }
    }

    private static void Rss(XmlWriter xml, Feed feed, IReadOnlyList<(EditionStep Step, EditionChanges Changes)> entries)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, AtomName);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", feed.Title);
        xml.WriteElementString("link", feed.Url(feed.Path));
        xml.WriteElementString("description", "Codes added, deleted and revised, edition by edition.");
        xml.WriteElementString("lastBuildDate", feed.Updated.ToString("ddd, dd MMM yyyy", CultureInfo.InvariantCulture) + " 00:00:00 GMT");
        xml.WriteStartElement("atom", "link", AtomName);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteAttributeString("href", feed.Url(feed.Path + ".rss"));
        xml.WriteEndElement();
        foreach (var (step, changes) in entries)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("title", Title(step, changes));
            xml.WriteElementString("link", feed.Url(Page(step)));
            xml.WriteStartElement("guid");
            xml.WriteAttributeString("isPermaLink", "false");
            xml.WriteString(Id(step));
            xml.WriteEndElement();
            xml.WriteElementString("pubDate", step.Date.ToString("ddd, dd MMM yyyy", CultureInfo.InvariantCulture) + " 00:00:00 GMT");
            xml.WriteElementString("description", Content(feed, step, changes));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Title(EditionStep step, EditionChanges changes) => $"{step.Set.Name()} {NewsWords.Name(step)}: {NewsWords.Counts(NewsCountsJson.Of(changes))}";

    // HTML inside XML: the titles are escaped for HTML here, and the whole for XML by the writer.
    private static string Content(Feed feed, EditionStep step, EditionChanges changes)
    {
        var html = new StringBuilder();
        html.Append("<p>").Append(Escape($"In force since {NewsWords.Date(step.Date)}, compared with {step.Earlier}.")).Append("</p>");
        foreach (var kind in (ChangeKind[])[ChangeKind.Added, ChangeKind.Deleted, ChangeKind.Revised])
        {
            var codes = changes.Changes.Where(c => c.Kind == kind && c.Billable).ToList();
            if (codes.Count == 0) continue;
            html.Append("<h3>").Append(kind).Append("</h3><ul>");
            foreach (var code in codes.Take(CodesOfEntry))
            {
                html.Append("<li><a href=\"").Append(Escape(feed.Url($"/codes/{code.Key.Set.Id()}/{code.Key.Display}?on={NewsWords.Date(step.Date)}"))).Append("\">").Append(Escape(code.Key.Display)).Append("</a> ").Append(Escape(code.Title));
                if (code.Successors.Count > 0) html.Append(Escape($"; use {string.Join(", ", code.Successors.Select(s => s.Display))}"));
                html.Append("</li>");
            }

            html.Append("</ul>");
            if (codes.Count > CodesOfEntry) html.Append("<p><a href=\"").Append(Escape(feed.Url($"{Page(step)}?kind={kind.ToString().ToLowerInvariant()}"))).Append("\">").Append(CultureInfo.InvariantCulture, $"All {codes.Count:N0}").Append("</a></p>");
        }

        return html.ToString();
    }

    // What XML cannot hold at all (control characters) is left out.
    private static string Escape(string text) => WebUtility.HtmlEncode(string.Concat(text.EnumerateRunes().Where(r => r.Value >= 0x20 && r.Value is not (0xFFFE or 0xFFFF or 0xFFFD)).Select(r => r.ToString())));

    private static string Id(EditionStep step) => $"urn:codingahead:whats-new:{step.Set.Id()}:{NewsWords.Date(step.Date)}";

    private static string Page(EditionStep step) => $"/whats-new/{step.Set.Id()}/{NewsWords.Date(step.Date)}";

    private static string Instant(DateOnly date) => NewsWords.Date(date) + "T00:00:00Z";

    private sealed record Feed(Uri Host, string Path, string Title, DateOnly Updated)
    {
        public string Url(string path) => new Uri(Host, path).AbsoluteUri;
    }

    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
