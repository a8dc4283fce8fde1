namespace CodingAhead.Claims.X12;

/// <summary>A claim (loop 2300 and what is below it) while it is read. One is used for all claims of a file.</summary>
internal sealed class ClaimDraft(string file, CodeStrings codes)
{
    private enum Part : byte
    {
        Head,
        OtherPayer,
        Lines,
    }

    private const int LongestId = 38;

    private readonly LineDraft _line = new(codes);
    private readonly Diagnoses _diagnoses = new(codes);
    private readonly ClaimProviders _providers = new(codes);
    private readonly List<ClaimLine> _lines = [];
    private Guide _guide;
    private BillingLoop? _billing;
    private PersonLoop? _subscriber, _patient;
    private Part _part;
    private Entity _entity;
    private Flaw? _flaw;
    private string? _id, _pos;
    private int _segment, _lineCount, _withoutCode, _undated;
    private decimal _total, _sum;
    private bool _lineOpen, _participating;
    private DateOnly? _from, _to;

    /// <summary>Begins a claim at its CLM, or at a segment whose CLM was lost.</summary>
    public void Begin(in Segment s, Guide guide, BillingLoop? billing, PersonLoop? subscriber, PersonLoop? patient)
    {
        (_guide, _billing, _subscriber, _patient, _segment) = (guide, billing, subscriber, patient, s.Number);
        (_part, _entity, _flaw, _id, _pos, _lineOpen, _participating) = (Part.Head, Entity.Other, null, null, null, false, true);
        (_lineCount, _withoutCode, _undated, _total, _sum, _from, _to) = (0, 0, 0, 0, 0, null, null);
        _diagnoses.Clear();
        _providers.Clear();
        _lines.Clear();
        Remarks.Clear();
        Inherit(billing);
        Inherit(subscriber);
        Inherit(patient);
        if (s.Id != SegmentId.CLM) Break(Flaw.Of(s, "CLM before it"));
        else if (s.State == SegmentState.Whole) Header(s);
        if (billing is null || subscriber is null) Break(Flaw.Of(s, "HL of a billing provider (20) and of a subscriber (22) before it"));
    }

    /// <summary>Keeps the first thing that is wrong.</summary>
    public void Break(Flaw? flaw) => _flaw ??= flaw;

    /// <summary>What is left out of it.</summary>
    public Remarks Remarks { get; } = new();

    /// <summary>Reads a segment of the claim; false when it shows that the claim has ended before it.</summary>
    public bool Takes(in Segment s)
    {
        if (_part == Part.Lines) return TakesInLines(s);
        if (s.Id == SegmentId.LX) return Line(s);
        if (_flaw is null) TakeInHead(s);
        return true;
    }

    /// <summary>The claim, or why there is none.</summary>
    /// <param name="cut">It is not ended by another claim, an HL or the end of its transaction set: some of it may be missing.</param>
    public ReadClaim Finish(bool cut)
    {
        CloseLine();
        if (_flaw is null && _lineCount == 0) Break(new Flaw(_segment, SegmentId.CLM, 0, 0, "a service line (LX) after it"));
        if (_flaw is null && cut)
        {
            if (_sum != _total) Break(new Flaw(_segment, SegmentId.CLM, 2, 0, "the sum of the lines' charges; the claim is cut short"));
            else Remarks.Add("The claim is not followed by another claim, an HL or SE: something of it may be missing.");
        }

        return _flaw is null ? new ReadClaim(Whole(), null) : _flaw.Unread(file, _id);
    }

    private Claim Whole()
    {
        var patient = _patient ?? _subscriber!;
        if (_sum != _total) Remarks.Add("CLM02 is not the sum of the lines' charges: a line may be missing.");
        if (_undated > 0) Remarks.Add("Lines without a date of their own have the claim's.");
        if (_withoutCode > 0) Remarks.Add($"Lines left out because they have no HCPCS code: {_withoutCode}.");
        if (_guide == Guide.Institutional) Remarks.Add("institutional edits: not checked");
        var provider = _providers.Choose(_billing!, _lines.Count, _guide, Remarks);
        return new Claim
        {
            Id = _id,
            Setting = _guide == Guide.Institutional ? Setting.OutpatientHospital : _billing!.Supplier ? Setting.Dme : Setting.Practitioner,
            // An identifier of another payer's member is no MBI, and a patient who is not the subscriber has none of Medicare's.
            Patient = new Patient(patient.Sex, patient.BirthDate, _patient is null && patient.Medicare ? patient.MemberId : null),
            Provider = provider with { Participating = _participating, State = patient.State },
            Diagnoses = _diagnoses.Codes,
            Lines = [.. _lines],
            Place = new Origin(file, _segment),
            Remarks = Remarks.ToList(),
        };
    }

    private void Inherit(Loop? loop)
    {
        if (loop is null) return;
        Remarks.Add(loop.Remarks);
        if (loop.Flaw is null || _flaw is not null) return;
        _flaw = loop.Flaw;
        loop.Told = true;
    }

    private void Header(in Segment s)
    {
        var id = s[1];
        if (id.IsEmpty || id.Length > LongestId || id.ContainsAnyInRange((byte)0, (byte)31)) Break(Flaw.Of(s, 1, "a claim number of 1 to 38 characters"));
        else _id = s.Text(1);
        if (!Values.TryDecimal(s[2], 2, out _total)) Break(Flaw.Of(s, 2, "a charge of zero or more with at most two decimals"));
        var place = s[5, 1];
        if (!place.IsEmpty && !Values.IsDigits(place, 2, 2)) Break(Flaw.Of(s, 5, 1, "two digits"));
        else if (_guide == Guide.Professional && !place.IsEmpty) _pos = codes.Get(place);
        else if (place is [(byte)'1', (byte)'1' or (byte)'8'] or [(byte)'2', (byte)'1']) Remarks.Add("CLM05-1: the type of bill is an inpatient one.");
        if (s.Is(5, 3, "8"u8)) Remarks.Add("CLM05-3: the claim voids an earlier one.");
        var assignment = s[7];
        if (!assignment.IsEmpty && assignment is not [(byte)'A' or (byte)'B' or (byte)'C']) Break(Flaw.Of(s, 7, "A, B or C"));
        _participating = assignment.IsEmpty || s.Is(7, "A"u8);
    }

    private void TakeInHead(in Segment s)
    {
        switch (s.Id)
        {
            case SegmentId.SBR:
                _part = Part.OtherPayer;
                break;
            case SegmentId.HI when _part == Part.Head:
                Break(_diagnoses.Take(s, _guide, out var unknown));
                if (unknown > 0) Remarks.LeaveOut(s.Number, "unknown qualifier", s.Id, unknown);
                break;
            case SegmentId.SV1 or SegmentId.SV2 or SegmentId.LIN:
                Break(Flaw.Of(s, "LX before it"));
                break;
            case SegmentId.BHT or SegmentId.PAT or SegmentId.CUR or SegmentId.HI:
            case SegmentId.DMG when _part == Part.Head:
                Break(Flaw.Of(s, "another place in the file for it"));
                break;
            case SegmentId.NM1 when _part == Part.Head:
                _entity = Entity.Of(s);
                if (_entity.IsAboveClaims) Break(Flaw.Of(s, 1, "a provider of the claim; SBR or HL may be missing before it"));
                else Break(_providers.OfClaim(s, _entity));
                break;
            case SegmentId.N4 or SegmentId.PRV when _part == Part.Head:
                Break(_providers.OfClaim(s, _entity));
                break;
            case SegmentId.DTP when _part == Part.Head && (s.Is(1, "472"u8) || s.Is(1, "434"u8)):
                // Onset (431) and other dates of a claim are no dates of service.
                if (Values.TryPeriod(s[2], s[3], out var from, out _to)) _from = from;
                else Break(LineDraft.Period(s));
                break;
        }
    }

    private bool TakesInLines(in Segment s)
    {
        switch (s.Id)
        {
            case SegmentId.BHT or SegmentId.SBR or SegmentId.PAT or SegmentId.DMG or SegmentId.CUR:
                return false;
            case SegmentId.NM1:
                _entity = Entity.Of(s);
                if (_entity.IsAboveClaims) return false;
                break;
            case SegmentId.LX:
                return Line(s);
            case SegmentId.HI or SegmentId.CL1:
                // They come before the lines: where these are complete, the CLM of another claim is missing.
                CloseLine();
                if (_flaw is null && _sum == _total) return false;
                Break(Flaw.Of(s, "CLM before it"));
                break;
        }

        if (_flaw is null) TakeInLine(s);
        return true;
    }

    private void TakeInLine(in Segment s)
    {
        switch (s.Id)
        {
            case SegmentId.SV1:
                Break(_guide == Guide.Professional ? _line.Professional(s) : Flaw.Of(s, "SV2 in an institutional claim"));
                break;
            case SegmentId.SV2:
                Break(_guide == Guide.Institutional ? _line.Institutional(s) : Flaw.Of(s, "SV1 in a professional claim"));
                break;
            case SegmentId.DTP when s.Is(1, "472"u8):
                Break(_line.Date(s));
                break;
            case SegmentId.LIN:
                Break(_line.Drug(s));
                break;
            case SegmentId.NM1 or SegmentId.N4 or SegmentId.PRV:
                Break(_providers.OfLine(s, _entity, _line));
                break;
        }
    }

    /// <summary>Begins a line. Their numbers run from 1 (LX01), so that a lost line, or a lost CLM before line 1, shows.</summary>
    private bool Line(in Segment lx)
    {
        CloseLine();
        _part = Part.Lines;
        if (_flaw is not null) return true;
        var expected = _lineCount + 1;
        if (!Values.TryInteger(lx[1], out var number) || number != expected)
        {
            if (number == 1 && _sum == _total) return false;
            Break(Flaw.Of(lx, 1, $"{expected}, the number of the line"));
            return true;
        }

        if (expected > X12Claims.MostLines) Break(Flaw.Of(lx, $"at most {X12Claims.MostLines} service lines"));
        (_lineCount, _lineOpen, _entity) = (expected, true, Entity.Other);
        _line.Begin(lx);
        return true;
    }

    private void CloseLine()
    {
        if (!_lineOpen) return;
        _lineOpen = false;
        if (_flaw is not null) return;
        Break(_line.Finish(_pos, _from, _to, _guide, out var line, out var dated));
        _sum += _line.Charge;
        if (_flaw is not null) return;
        if (line is null)
        {
            _withoutCode++;
            return;
        }

        _lines.Add(line);
        if (!dated) _undated++;
        _providers.EndLine(_lines.Count, _line);
    }
}
