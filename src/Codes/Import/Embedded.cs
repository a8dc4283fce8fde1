using System.Reflection;
using System.Security.Cryptography;

namespace CodingAhead.Codes.Import;

/// <summary>The files of our own that the program carries inside it, as files of a release.</summary>
internal static class Embedded
{
    /// <summary>The files whose embedded name begins with a folder (<c>starter/</c>, <c>content/</c>), in order of their names.</summary>
    public static IReadOnlyList<ReleaseFile> Under(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = new List<ReleaseFile>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            files.Add(new ReleaseFile(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, () => new MemoryStream(bytes, writable: false)));
        }

        return files;
    }
}
