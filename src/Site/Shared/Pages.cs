using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CodingAhead.Site.Shared;

/// <summary>Makes a component the answer to a request.</summary>
public static class Pages
{
    /// <summary>The whole page at once: nothing is sent before it is rendered, so that a failure can still become an error page.</summary>
    public static RazorComponentResult Show<TPage>(object parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };
}
