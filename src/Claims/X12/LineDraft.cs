namespace CodingAhead.Claims.X12;

/// <summary>A service line (loop 2400) while it is read. One is used for all lines of a file.</summary>
internal sealed class LineDraft(CodeStrings codes)
{
    private const int MostModifiers = 4, MostPointers = 4, MostMinutes = 99_999;

    private readonly string[] _modifiers = new string[MostModifiers];
    private readonly int[] _pointers = new int[MostPointers];
    private int _modifierCount, _pointerCount, _segment, _service;
    private SegmentId _serviceId;
    private string? _code, _pos, _ndc;
    private decimal _units;
    private int? _minutes;
    private DateOnly? _from, _to;

    /// <summary>SV102 or SV203.</summary>
    public decimal Charge { get; private set; }

    /// <summary>The rendering provider of this line alone.</summary>
    public string? Npi { get; set; }

    /// <summary>By the line's own PRV.</summary>
    public string Kind { get; set; } = "physician";

    /// <summary>The ZIP code of the service facility of this line alone.</summary>
    public string? Zip { get; set; }

    /// <summary>It has a revenue code, but no HCPCS code.</summary>
    public bool WithoutCode => _code is null;

    /// <summary>Begins a line at its LX.</summary>
    public void Begin(in Segment lx)
    {
        _segment = lx.Number;
        (_modifierCount, _pointerCount, _service) = (0, 0, 0);
        (_code, _pos, _ndc, Npi, Zip, Kind) = (null, null, null, null, null, "physician");
        (_minutes, _from, _to, Charge) = (null, null, null, 0);
    }

    /// <summary>Reads SV1 (837P).</summary>
    public Flaw? Professional(in Segment s)
    {
        if (Once(s) is { } twice) return twice;
        if (!s.Is(1, 1, "HC"u8)) return Flaw.Of(s, 1, 1, "HC");
        if ((Procedure(s, 1) ?? Amounts(s, 2)) is { } flaw) return flaw;
        if (s[5].Length > 0 && !Values.IsDigits(s[5], 2, 2)) return Flaw.Of(s, 5, "a place of service of two digits");
        _pos = s[5].IsEmpty ? null : codes.Get(s[5]);
        return Pointers(s);
    }

    /// <summary>Reads SV2 (837I). A line may have a revenue code alone, or a HIPPS code, which no practitioner edit knows.</summary>
    public Flaw? Institutional(in Segment s)
    {
        if (Once(s) is { } twice) return twice;
        return (s.Is(2, 1, "HC"u8) ? Procedure(s, 2) : null) ?? Amounts(s, 3);
    }

    /// <summary>Reads DTP 472.</summary>
    public Flaw? Date(in Segment s)
    {
        if (_from is not null) return Flaw.Of(s, "one DTP 472 a line");
        if (!Values.TryPeriod(s[2], s[3], out var from, out var to)) return Period(s);
        (_from, _to) = (from, to);
        return null;
    }

    /// <summary>Reads LIN: the national drug code.</summary>
    public Flaw? Drug(in Segment s)
    {
        if (!s.Is(2, "N4"u8)) return null;
        Span<byte> digits = stackalloc byte[11];
        var count = 0;
        foreach (var b in s[3])
        {
            if (b == '-') continue;
            if (count == digits.Length || !char.IsAsciiDigit((char)b)) return Flaw.Of(s, 3, "a national drug code of eleven digits");
            digits[count++] = b;
        }

        if (count != digits.Length) return Flaw.Of(s, 3, "a national drug code of eleven digits");
        _ndc = codes.Get(digits);
        return null;
    }

    /// <summary>The line as it stands, or what is missing of it.</summary>
    /// <param name="pos">The place of service of the claim, for a line without its own.</param>
    /// <param name="from">The date of the claim, for a line without its own.</param>
    /// <param name="to">The last date of the claim.</param>
    /// <param name="guide">Says which segment the service is read from.</param>
    /// <param name="line">The line; null when it has no HCPCS code.</param>
    /// <param name="dated">The line has a date of its own.</param>
    public Flaw? Finish(string? pos, DateOnly? from, DateOnly? to, Guide guide, out ClaimLine? line, out bool dated)
    {
        (line, dated) = (null, _from is not null);
        if (_service == 0) return new Flaw(_segment, SegmentId.LX, 0, 0, guide == Guide.Institutional ? "SV2 after it" : "SV1 after it");
        if (_code is null) return null;
        if (dated) (from, to) = (_from, _to);
        if (from is null) return new Flaw(_service, _serviceId, 0, 0, "DTP 472 (date of service) after it");
        line = new ClaimLine
        {
            Code = _code,
            Modifiers = _modifierCount == 0 ? [] : _modifiers[.._modifierCount],
            Units = _units,
            Charge = Charge,
            Date = from.Value,
            To = to,
            Pos = _pos ?? pos,
            Dx = _pointerCount == 0 ? [] : _pointers[.._pointerCount],
            Minutes = _minutes,
            Ndc = _ndc,
        };
        return null;
    }

    /// <summary>What every date should look like.</summary>
    public static Flaw Period(in Segment s) =>
        s.Is(2, "D8"u8) ? Flaw.Of(s, 3, "a date as CCYYMMDD")
        : s.Is(2, "RD8"u8) ? Flaw.Of(s, 3, "two dates as CCYYMMDD-CCYYMMDD, the later one last")
        : Flaw.Of(s, 2, "D8 or RD8");

    private Flaw? Once(in Segment s)
    {
        if (_service > 0) return Flaw.Of(s, "LX before it");
        (_service, _serviceId) = (s.Number, s.Id);
        return null;
    }

    private Flaw? Procedure(in Segment s, int element)
    {
        if (!Values.IsCode(s[element, 2], 1, 10)) return Flaw.Of(s, element, 2, "a CPT or HCPCS code");
        _code = codes.Get(s[element, 2]);
        for (var component = 3; component < 3 + MostModifiers; component++)
        {
            var modifier = s[element, component];
            if (modifier.IsEmpty) continue;
            if (!Values.IsCode(modifier, 2, 2)) return Flaw.Of(s, element, component, "a modifier of two letters or digits");
            _modifiers[_modifierCount++] = codes.Get(modifier);
        }

        return null;
    }

    private Flaw? Amounts(in Segment s, int element)
    {
        if (!Values.TryDecimal(s[element], 2, out var charge)) return Flaw.Of(s, element, "a charge of zero or more with at most two decimals");
        var unit = s[element + 1];
        var quantity = s[element + 2];
        var minutes = s.Id == SegmentId.SV1 && unit.SequenceEqual("MJ"u8);
        var days = s.Id == SegmentId.SV2 && unit.SequenceEqual("DA"u8);
        if (!minutes && !days && !unit.SequenceEqual("UN"u8)) return Flaw.Of(s, element + 1, s.Id == SegmentId.SV1 ? "UN or MJ" : "UN or DA");
        Charge = charge;
        if (minutes)
        {
            if (!Values.TryInteger(quantity, out var count) || count is 0 or > MostMinutes) return Flaw.Of(s, element + 2, "whole minutes, at least one");
            (_units, _minutes) = (1, count);
            return null;
        }

        // Revenue lines without a HCPCS code may well have no units; they are left out anyway.
        if (!Values.TryDecimal(quantity, 3, out var units) || units == 0 && _code is not null) return Flaw.Of(s, element + 2, "units above zero with at most three decimals");
        _units = units;
        return null;
    }

    private Flaw? Pointers(in Segment s)
    {
        for (var component = 1; component <= MostPointers; component++)
        {
            var pointer = s[7, component];
            if (pointer.IsEmpty) continue;
            if (!Values.TryInteger(pointer, out var number) || number is 0 or > 99) return Flaw.Of(s, 7, component, "the number of a diagnosis");
            _pointers[_pointerCount++] = number;
        }

        return null;
    }
}
