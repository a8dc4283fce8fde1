using CodingAhead.Site.Shared;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace CodingAhead.Site.Codes;

/// <summary>Markdown of an article as HTML: nothing in the text can become a tag, and each code that the book has becomes a link.</summary>
public static class ArticleHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>The HTML of a piece of Markdown.</summary>
    public static MarkupString Of(Asked asked, string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var literal in document.Descendants<LiteralInline>().ToList())
        {
            if (literal.FindParentOfType<LinkInline>().Any()) continue;
            var pieces = CodeLinks.OfAnySet(asked.Book, asked.On, literal.Content.ToString());
            if (pieces.TrueForAll(p => p.Key is null)) continue;
            foreach (var (text, key) in pieces)
            {
                Inline piece = new LiteralInline(text);
                if (key is { } code)
                {
                    var link = new LinkInline(asked.Link(code), "") { IsClosed = true };
                    link.GetAttributes().AddClass("code");
                    piece = link.AppendChild(piece);
                }

                literal.InsertBefore(piece);
            }

            literal.Remove();
        }

        return (MarkupString)document.ToHtml(Pipeline);
    }
}
