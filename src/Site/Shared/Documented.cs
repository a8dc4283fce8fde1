namespace CodingAhead.Site.Shared;

/// <summary>A parameter of an endpoint in the description of the API; where the handler declares it too, this gives its example.</summary>
/// <param name="Name">As in the address.</param>
/// <param name="Description">What it says and what is accepted.</param>
/// <param name="Example">A value that works; null: the example leaves it out.</param>
public sealed record Takes(string Name, string Description, string? Example = null);

/// <summary>Endpoints that say what they take.</summary>
public static class DocumentedEndpoints
{
    /// <summary>Describes parameters.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, params Takes[] parameters)
    {
        foreach (var parameter in parameters) endpoint.WithMetadata(parameter);
        return endpoint;
    }

    /// <summary>Gives a declared parameter an example.</summary>
    public static RouteHandlerBuilder Example(this RouteHandlerBuilder endpoint, string name, string value) => endpoint.WithMetadata(new Takes(name, "", value));
}
