using System.Collections.Frozen;

namespace CodingAhead.Claims.X12;

/// <summary>The segments of an 837, each as its letters in one number, so that a switch finds it.</summary>
internal enum SegmentId
{
    /// <summary>Not two or three capital letters or digits.</summary>
    None = 0,

    ISA = 'I' << 16 | 'S' << 8 | 'A',
    IEA = 'I' << 16 | 'E' << 8 | 'A',
    TA1 = 'T' << 16 | 'A' << 8 | '1',
    GS = 'G' << 8 | 'S',
    GE = 'G' << 8 | 'E',
    ST = 'S' << 8 | 'T',
    SE = 'S' << 8 | 'E',
    BHT = 'B' << 16 | 'H' << 8 | 'T',
    HL = 'H' << 8 | 'L',
    PRV = 'P' << 16 | 'R' << 8 | 'V',
    CUR = 'C' << 16 | 'U' << 8 | 'R',
    NM1 = 'N' << 16 | 'M' << 8 | '1',
    N2 = 'N' << 8 | '2',
    N3 = 'N' << 8 | '3',
    N4 = 'N' << 8 | '4',
    REF = 'R' << 16 | 'E' << 8 | 'F',
    PER = 'P' << 16 | 'E' << 8 | 'R',
    SBR = 'S' << 16 | 'B' << 8 | 'R',
    PAT = 'P' << 16 | 'A' << 8 | 'T',
    DMG = 'D' << 16 | 'M' << 8 | 'G',
    CLM = 'C' << 16 | 'L' << 8 | 'M',
    DTP = 'D' << 16 | 'T' << 8 | 'P',
    CL1 = 'C' << 16 | 'L' << 8 | '1',
    PWK = 'P' << 16 | 'W' << 8 | 'K',
    CN1 = 'C' << 16 | 'N' << 8 | '1',
    AMT = 'A' << 16 | 'M' << 8 | 'T',
    K3 = 'K' << 8 | '3',
    NTE = 'N' << 16 | 'T' << 8 | 'E',
    CR1 = 'C' << 16 | 'R' << 8 | '1',
    CR2 = 'C' << 16 | 'R' << 8 | '2',
    CR3 = 'C' << 16 | 'R' << 8 | '3',
    CR5 = 'C' << 16 | 'R' << 8 | '5',
    CR6 = 'C' << 16 | 'R' << 8 | '6',
    CRC = 'C' << 16 | 'R' << 8 | 'C',
    HI = 'H' << 8 | 'I',
    HCP = 'H' << 16 | 'C' << 8 | 'P',
    QTY = 'Q' << 16 | 'T' << 8 | 'Y',
    CAS = 'C' << 16 | 'A' << 8 | 'S',
    OI = 'O' << 8 | 'I',
    MIA = 'M' << 16 | 'I' << 8 | 'A',
    MOA = 'M' << 16 | 'O' << 8 | 'A',
    LX = 'L' << 8 | 'X',
    SV1 = 'S' << 16 | 'V' << 8 | '1',
    SV2 = 'S' << 16 | 'V' << 8 | '2',
    SV4 = 'S' << 16 | 'V' << 8 | '4',
    SV5 = 'S' << 16 | 'V' << 8 | '5',
    SV6 = 'S' << 16 | 'V' << 8 | '6',
    SV7 = 'S' << 16 | 'V' << 8 | '7',
    PS1 = 'P' << 16 | 'S' << 8 | '1',
    MEA = 'M' << 16 | 'E' << 8 | 'A',
    LIN = 'L' << 16 | 'I' << 8 | 'N',
    CTP = 'C' << 16 | 'T' << 8 | 'P',
    SVD = 'S' << 16 | 'V' << 8 | 'D',
    LQ = 'L' << 8 | 'Q',
    FRM = 'F' << 16 | 'R' << 8 | 'M',
}

/// <summary>What is known of each segment of an 837.</summary>
internal static class SegmentIds
{
    /// <summary>
    /// The most elements a segment has (X12 005010). More of them mean that its terminator was lost and another segment hides in it.
    /// </summary>
    private static readonly FrozenDictionary<int, int> Most = new Dictionary<SegmentId, int>
    {
        [SegmentId.ISA] = 16, [SegmentId.IEA] = 2, [SegmentId.TA1] = 5, [SegmentId.GS] = 8, [SegmentId.GE] = 2, [SegmentId.ST] = 3, [SegmentId.SE] = 2,
        [SegmentId.BHT] = 6, [SegmentId.HL] = 4, [SegmentId.PRV] = 6, [SegmentId.CUR] = 21, [SegmentId.NM1] = 12, [SegmentId.N2] = 2, [SegmentId.N3] = 2,
        [SegmentId.N4] = 7, [SegmentId.REF] = 4, [SegmentId.PER] = 9, [SegmentId.SBR] = 9, [SegmentId.PAT] = 9, [SegmentId.DMG] = 11, [SegmentId.CLM] = 20,
        [SegmentId.DTP] = 3, [SegmentId.CL1] = 4, [SegmentId.PWK] = 9, [SegmentId.CN1] = 6, [SegmentId.AMT] = 3, [SegmentId.K3] = 3, [SegmentId.NTE] = 2,
        [SegmentId.CR1] = 10, [SegmentId.CR2] = 12, [SegmentId.CR3] = 5, [SegmentId.CR5] = 18, [SegmentId.CR6] = 21, [SegmentId.CRC] = 7, [SegmentId.HI] = 12,
        [SegmentId.HCP] = 15, [SegmentId.QTY] = 4, [SegmentId.CAS] = 19, [SegmentId.OI] = 6, [SegmentId.MIA] = 24, [SegmentId.MOA] = 9, [SegmentId.LX] = 1,
        [SegmentId.SV1] = 21, [SegmentId.SV2] = 10, [SegmentId.SV4] = 18, [SegmentId.SV5] = 7, [SegmentId.SV6] = 7, [SegmentId.SV7] = 9, [SegmentId.PS1] = 3,
        [SegmentId.MEA] = 12, [SegmentId.LIN] = 31, [SegmentId.CTP] = 11, [SegmentId.SVD] = 6, [SegmentId.LQ] = 2, [SegmentId.FRM] = 5,
    }.ToFrozenDictionary(e => (int)e.Key, e => e.Value);

    extension(SegmentId id)
    {
        /// <summary>The segment that these letters name, known or not.</summary>
        public static SegmentId Of(ReadOnlySpan<byte> letters)
        {
            if (letters.Length is not (2 or 3)) return SegmentId.None;
            var packed = 0;
            foreach (var b in letters)
            {
                if (!char.IsAsciiLetterUpper((char)b) && !char.IsAsciiDigit((char)b)) return SegmentId.None;
                packed = packed << 8 | b;
            }

            return (SegmentId)packed;
        }

        /// <summary>The most elements it may have; 0 when an 837 has no such segment.</summary>
        public int MostElements => Most.GetValueOrDefault((int)id);

        /// <summary>Interchange, group or transaction set: begin or end.</summary>
        public bool IsEnvelope => id is SegmentId.ISA or SegmentId.IEA or SegmentId.TA1 or SegmentId.GS or SegmentId.GE or SegmentId.ST or SegmentId.SE;

        /// <summary>Stands only within a claim, so that a CLM must have been lost where none came before.</summary>
        public bool IsOfClaim => id is SegmentId.HI or SegmentId.LX or SegmentId.SV1 or SegmentId.SV2 or SegmentId.DTP or SegmentId.CL1 or SegmentId.LIN
            or SegmentId.CTP or SegmentId.SVD or SegmentId.CAS or SegmentId.OI or SegmentId.PWK or SegmentId.CN1;

        /// <summary>Its letters as an error shows them: those of a known segment, never what stood in the file.</summary>
        public string Shown => id.MostElements > 0 ? Enum.GetName(id)! : "unknown segment";
    }
}
