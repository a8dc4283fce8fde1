namespace CodingAhead.Claims.Payment;

/// <summary>The modifiers that bear on an amount, as a set.</summary>
[Flags]
internal enum Mods : ulong
{
    None = 0,
    M22 = 1UL << 0,
    M26 = 1UL << 1,
    M50 = 1UL << 2,
    M52 = 1UL << 3,
    M53 = 1UL << 4,
    M54 = 1UL << 5,
    M55 = 1UL << 6,
    M56 = 1UL << 7,
    M59 = 1UL << 8,
    M62 = 1UL << 9,
    M66 = 1UL << 10,
    M73 = 1UL << 11,
    M74 = 1UL << 12,
    M78 = 1UL << 13,
    M80 = 1UL << 14,
    M81 = 1UL << 15,
    M82 = 1UL << 16,
    AS = 1UL << 17,
    AA = 1UL << 18,
    AD = 1UL << 19,
    QK = 1UL << 20,
    QX = 1UL << 21,
    QY = 1UL << 22,
    QZ = 1UL << 23,
    QW = 1UL << 24,
    TC = 1UL << 25,
    RT = 1UL << 26,
    LT = 1UL << 27,
    XE = 1UL << 28,
    CQ = 1UL << 29,
    CO = 1UL << 30,
    CT = 1UL << 31,
    FX = 1UL << 32,
    FY = 1UL << 33,
    KJ = 1UL << 34,

    /// <summary>Assistants at surgery.</summary>
    Assistant = M80 | M81 | M82 | AS,

    /// <summary>Parts of a global package.</summary>
    Share = M54 | M55 | M56,
}

/// <summary>Reads <see cref="Mods"/> from a line.</summary>
internal static class ModsOfLine
{
    public static Mods Of(IReadOnlyList<string> modifiers)
    {
        var set = Mods.None;
        for (var i = 0; i < modifiers.Count; i++)
        {
            var text = modifiers[i].AsSpan().Trim();
            if (text.Length != 2) continue;
            set |= (char.ToUpperInvariant(text[0]), char.ToUpperInvariant(text[1])) switch
            {
                ('2', '2') => Mods.M22,
                ('2', '6') => Mods.M26,
                ('5', '0') => Mods.M50,
                ('5', '2') => Mods.M52,
                ('5', '3') => Mods.M53,
                ('5', '4') => Mods.M54,
                ('5', '5') => Mods.M55,
                ('5', '6') => Mods.M56,
                ('5', '9') => Mods.M59,
                ('6', '2') => Mods.M62,
                ('6', '6') => Mods.M66,
                ('7', '3') => Mods.M73,
                ('7', '4') => Mods.M74,
                ('7', '8') => Mods.M78,
                ('8', '0') => Mods.M80,
                ('8', '1') => Mods.M81,
                ('8', '2') => Mods.M82,
                ('A', 'S') => Mods.AS,
                ('A', 'A') => Mods.AA,
                ('A', 'D') => Mods.AD,
                ('Q', 'K') => Mods.QK,
                ('Q', 'X') => Mods.QX,
                ('Q', 'Y') => Mods.QY,
                ('Q', 'Z') => Mods.QZ,
                ('Q', 'W') => Mods.QW,
                ('T', 'C') => Mods.TC,
                ('R', 'T') => Mods.RT,
                ('L', 'T') => Mods.LT,
                ('X', 'E') => Mods.XE,
                ('C', 'Q') => Mods.CQ,
                ('C', 'O') => Mods.CO,
                ('C', 'T') => Mods.CT,
                ('F', 'X') => Mods.FX,
                ('F', 'Y') => Mods.FY,
                ('K', 'J') => Mods.KJ,
                _ => Mods.None,
            };
        }

        return set;
    }
}
