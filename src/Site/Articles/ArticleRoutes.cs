using CodingAhead.Codes.Page;
using CodingAhead.Site.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CodingAhead.Site.Articles;

/// <summary>Our own articles: the list, and each by itself.</summary>
public static class ArticleRoutes
{
    /// <summary>Routes.</summary>
    public static void MapArticles(this WebApplication app)
    {
        app.MapGet("/articles", List).OfBook("on").ExcludeFromDescription();
        app.MapGet("/articles/{slug}", Show).OfBook("on").ExcludeFromDescription();
    }

    private static RazorComponentResult List(Asked asked) => Pages.Show<ArticleListPage>(new { Asked = asked, All = Article.All(asked.Book, asked.On) });

    private static IResult Show(string slug, Asked asked) =>
        Article.Find(asked.Book, slug, asked.On) is { } article ? Pages.Show<ArticlePage>(new { Asked = asked, Article = article }) : TypedResults.NotFound();
}
