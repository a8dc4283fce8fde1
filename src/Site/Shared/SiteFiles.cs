using System.Reflection;

namespace CodingAhead.Site.Shared;

/// <summary>Our style sheet and script.</summary>
public static class SiteFiles
{
    /// <summary>Changes with every build, so that a browser never mixes a new page with an old style.</summary>
    public static readonly string Version = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString("N")[..8];
}
