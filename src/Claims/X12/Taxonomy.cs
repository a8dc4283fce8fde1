namespace CodingAhead.Claims.X12;

/// <summary>
/// What a provider taxonomy code (PRV03) says of how a provider is paid: Medicare pays these kinds of practitioners a share of a physician's fee
/// (Medicare Claims Processing Manual, chapter 12, §§ 110–150). Codes by their begin, from the NUCC code set.
/// </summary>
internal static class Taxonomy
{
    private static readonly (string Begin, string Kind)[] Kinds =
    [
        ("363L", "np-pa"),   // nurse practitioner
        ("363A", "np-pa"),   // physician assistant
        ("364S", "np-pa"),   // clinical nurse specialist, paid like the two
        ("367A", "cnm"),     // certified nurse-midwife
        ("3675", "crna"),    // certified registered nurse anaesthetist
        ("367H", "crna"),    // anaesthesiologist assistant, paid like one (42 CFR 414.60)
        ("1041C", "csw"),    // clinical social worker
    ];

    /// <summary><see cref="Provider.Kind"/> by taxonomy; <c>physician</c> for all others.</summary>
    public static string Kind(ReadOnlySpan<byte> taxonomy)
    {
        foreach (var (begin, kind) in Kinds)
        {
            if (Begins(taxonomy, begin)) return kind;
        }

        return "physician";
    }

    /// <summary>Suppliers of durable equipment (332B), prosthetics and orthotics (335E).</summary>
    public static bool IsSupplier(ReadOnlySpan<byte> taxonomy) => Begins(taxonomy, "332B") || Begins(taxonomy, "335E");

    private static bool Begins(ReadOnlySpan<byte> taxonomy, string begin)
    {
        if (taxonomy.Length < begin.Length) return false;
        for (var i = 0; i < begin.Length; i++)
        {
            if (taxonomy[i] != begin[i]) return false;
        }

        return true;
    }
}
