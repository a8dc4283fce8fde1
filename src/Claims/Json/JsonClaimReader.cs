using System.Globalization;
using System.Text.Json;

namespace CodingAhead.Claims.Json;

/// <summary>
/// Reads one claim from our JSON. Strict: what the shape does not have is an error, as a misspelt "modifers" would otherwise pass unseen. An error names the
/// JSON path and what was expected there, never what stood there, field names included.
/// </summary>
internal ref struct JsonClaimReader
{
    private Utf8JsonReader json;
    private string scope, field;
    private int index, inner;

    private JsonClaimReader(ReadOnlySpan<byte> utf8)
    {
        json = new Utf8JsonReader(utf8);
        (scope, field, index, inner) = ("$", "", -1, -1);
    }

    /// <summary>The claim of a text that holds one object and nothing else.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="place">Where the text stands in its file; a place that the text itself gives comes before it.</param>
    public static ReadClaim Read(ReadOnlySpan<byte> utf8, Origin? place)
    {
        var reader = new JsonClaimReader(utf8);
        try
        {
            var claim = reader.Claim(place);
            // Throws where something follows.
            while (reader.json.Read())
            {
            }

            return new ReadClaim(claim, null);
        }
        catch (UnfitException e)
        {
            return new ReadClaim(null, new UnreadClaim(JsonId.Find(utf8), e.Message, place));
        }
        catch (JsonException e)
        {
            return new ReadClaim(null, new UnreadClaim(JsonId.Find(utf8), Broken(e), place));
        }
        catch (InvalidOperationException)
        {
            // Text that is no Unicode.
            return new ReadClaim(null, new UnreadClaim(JsonId.Find(utf8), reader.Unfit("text in UTF-8").Message, place));
        }
    }

    /// <summary>Where text stops being JSON.</summary>
    public static string Broken(JsonException e) => string.Create(CultureInfo.InvariantCulture, $"$: expected JSON; it breaks at line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}.");

    private Claim Claim(Origin? place)
    {
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw Unfit("a claim, which is a JSON object");
        string? id = null;
        var (setting, patient, provider) = (Setting.Practitioner, new Patient(), new Provider());
        IReadOnlyList<string> diagnoses = [], remarks = [];
        IReadOnlyList<ClaimLine>? lines = null;
        IReadOnlyList<PriorService> history = [];
        var seen = 0u;
        while (Next(JsonNames.Claim, ref seen) is { } name)
        {
            switch (name)
            {
                case "id": id = Text(Allowed.IsId, Allowed.Id); break;
                case "setting": setting = Allowed.SettingOf(OneOf(Allowed.Settings)); break;
                case "patient": patient = Patient(); break;
                case "provider": provider = Provider(); break;
                case "diagnoses": diagnoses = Texts(Allowed.IsCode, Allowed.Code, Allowed.MostDiagnoses, "diagnoses"); break;
                case "lines": lines = Lines(); break;
                case "history": history = History(); break;
                case "place": place = Place() ?? place; break;
                case "remarks": remarks = Texts(static t => t.Length <= 500, "a text of at most 500 characters", 100, "remarks"); break;
            }

            (scope, index) = ("$", -1);
        }

        field = "lines";
        if (lines is not { Count: > 0 }) throw Unfit("at least one service line");
        return new Claim { Id = id, Setting = setting, Patient = patient, Provider = provider, Diagnoses = diagnoses, Lines = lines, History = history, Place = place, Remarks = remarks };
    }

    private Patient Patient()
    {
        Begin("$.patient");
        var patient = new Patient();
        var seen = 0u;
        while (Next(JsonNames.Patient, ref seen) is { } name)
        {
            if (IsNull) continue;
            patient = name switch
            {
                "sex" => patient with { Sex = OneOf(Allowed.Sexes) },
                "birthDate" => patient with { BirthDate = Date() },
                _ => patient with { Mbi = Text(Allowed.IsMbi, Allowed.Mbi) },
            };
        }

        return patient;
    }

    private Provider Provider()
    {
        Begin("$.provider");
        string? npi = null, zip = null, mac = null, locality = null, specialty = null, state = null;
        var (participating, kind, qp) = (true, "physician", false);
        var seen = 0u;
        while (Next(JsonNames.Provider, ref seen) is { } name)
        {
            switch (name)
            {
                case "participating": participating = Flag(); break;
                case "qp": qp = Flag(); break;
                case "kind": kind = OneOf(Allowed.Kinds); break;
                case var _ when IsNull: break;
                case "npi": npi = Text(Allowed.IsNpi, Allowed.Npi); break;
                case "zip": zip = Text(Allowed.IsZip, Allowed.Zip); break;
                case "mac": mac = Text(Allowed.IsMac, Allowed.Mac); break;
                case "locality": locality = Text(Allowed.IsLocality, Allowed.Locality); break;
                case "specialty": specialty = Text(Allowed.IsModifier, Allowed.Specialty); break;
                case "state": state = Text(Allowed.IsState, Allowed.State); break;
            }
        }

        return new Provider { Npi = npi, Zip = zip, Mac = mac, Locality = locality, Participating = participating, Kind = kind, Qp = qp, Specialty = specialty, State = state };
    }

    private List<ClaimLine> Lines()
    {
        if (json.TokenType != JsonTokenType.StartArray) throw Unfit("a list of service lines");
        var lines = new List<ClaimLine>();
        while (Element("$.lines", lines.Count))
        {
            if (lines.Count == Allowed.MostLines) throw Unfit("at most 999 service lines");
            lines.Add(Line());
        }

        return lines;
    }

    private ClaimLine Line()
    {
        Begin("$.lines");
        string? code = null, pos = null, ndc = null;
        IReadOnlyList<string> modifiers = [];
        IReadOnlyList<int> dx = [];
        var units = 1m;
        decimal? charge = null;
        DateOnly? date = null, to = null;
        int? minutes = null;
        var seen = 0u;
        while (Next(JsonNames.Line, ref seen) is { } name)
        {
            switch (name)
            {
                case "code": code = Text(Allowed.IsCode, Allowed.Code); break;
                case "modifiers": modifiers = Modifiers(); break;
                case "units": units = Number(Allowed.IsUnits, Allowed.Units); break;
                case "date": date = Date(); break;
                case "dx": dx = Pointers(); break;
                case var _ when IsNull: break;
                case "charge": charge = Number(Allowed.IsCharge, Allowed.Charge); break;
                case "to": to = Date(); break;
                case "pos": pos = Text(Allowed.IsPos, Allowed.Pos); break;
                case "minutes": minutes = Whole(Allowed.IsMinutes, Allowed.Minutes); break;
                case "ndc": ndc = Text(Allowed.IsNdc, Allowed.Ndc); break;
            }
        }

        field = "code";
        if (code is null) throw Unfit(Allowed.Code);
        field = "date";
        if (date is null) throw Unfit(Allowed.Date);
        field = "to";
        if (to < date) throw Unfit("a last day that is not before the first");
        return new ClaimLine { Code = code, Modifiers = modifiers, Units = units, Charge = charge, Date = date.Value, To = to, Pos = pos, Dx = dx, Minutes = minutes, Ndc = ndc };
    }

    private List<PriorService> History()
    {
        if (json.TokenType != JsonTokenType.StartArray) throw Unfit("a list of earlier services");
        var history = new List<PriorService>();
        while (Element("$.history", history.Count))
        {
            if (history.Count == Allowed.MostHistory) throw Unfit("at most 999 earlier services");
            history.Add(Prior());
        }

        return history;
    }

    private PriorService Prior()
    {
        Begin("$.history");
        var (code, date, provider, modifiers) = ((string?)null, (DateOnly?)null, "same", (IReadOnlyList<string>)[]);
        var seen = 0u;
        while (Next(JsonNames.Prior, ref seen) is { } name)
        {
            switch (name)
            {
                case "code": code = Text(Allowed.IsCode, Allowed.Code); break;
                case "modifiers": modifiers = Modifiers(); break;
                case "date": date = Date(); break;
                case "provider": provider = OneOf(Allowed.Relations); break;
            }
        }

        field = "code";
        if (code is null) throw Unfit(Allowed.Code);
        field = "date";
        return new PriorService(code, modifiers, date ?? throw Unfit(Allowed.Date), provider);
    }

    private Origin? Place()
    {
        if (IsNull) return null;
        Begin("$.place");
        var (file, segment) = ("", 0);
        var seen = 0u;
        while (Next(JsonNames.Place, ref seen) is { } name)
        {
            if (name == "file") file = Text(static t => t.Length is > 0 and <= 255 && !t.AsSpan().ContainsAny("/\\"), "a file's name without its folder");
            else segment = Whole(static n => n > 0, "a number from 1");
        }

        field = "file";
        return file.Length == 0 ? throw Unfit("a file's name without its folder") : new Origin(file, segment);
    }

    private readonly bool IsNull => json.TokenType == JsonTokenType.Null;

    private void Begin(string name)
    {
        if (json.TokenType != JsonTokenType.StartObject) throw Unfit("a JSON object");
        (scope, field) = (name, "");
    }

    /// <summary>The next field of an object, its value read; null at the end.</summary>
    private string? Next(JsonNames names, ref uint seen)
    {
        (field, inner) = ("", -1);
        json.Read();
        if (json.TokenType == JsonTokenType.EndObject) return null;
        for (var i = 0; i < names.All.Length; i++)
        {
            if (!json.ValueTextEquals(names.Utf8[i])) continue;
            field = names.All[i];
            if ((seen & 1u << i) != 0) throw Unfit("this field once");
            seen |= 1u << i;
            json.Read();
            return field;
        }

        throw Unfit(names.Expected);
    }

    /// <summary>The next element of a list of objects; false at its end.</summary>
    private bool Element(string name, int number)
    {
        json.Read();
        (scope, index, field, inner) = (name, number, "", -1);
        return json.TokenType != JsonTokenType.EndArray;
    }

    private string[] Modifiers() => Texts(Allowed.IsModifier, Allowed.Modifier, Allowed.MostModifiers, "modifiers");

    private string[] Texts(Func<string, bool> fits, string expected, int most, string what)
    {
        if (json.TokenType != JsonTokenType.StartArray) throw Unfit($"a list of {what}");
        List<string>? texts = null;
        for (inner = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; inner++)
        {
            if (inner == most) throw Unfit($"at most {most} {what}");
            (texts ??= []).Add(Text(fits, expected));
        }

        return texts is null ? [] : [.. texts];
    }

    private int[] Pointers()
    {
        if (json.TokenType != JsonTokenType.StartArray) throw Unfit("a list of numbers of diagnoses");
        List<int>? numbers = null;
        for (inner = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; inner++)
        {
            if (inner == Allowed.MostPointers) throw Unfit($"at most {Allowed.MostPointers} diagnoses of a line");
            (numbers ??= []).Add(Whole(Allowed.IsPointer, Allowed.Pointer));
        }

        return numbers is null ? [] : [.. numbers];
    }

    private readonly string Text(Func<string, bool> fits, string expected) =>
        json.TokenType == JsonTokenType.String && json.GetString() is { } text && fits(text) ? text : throw Unfit(expected);

    private readonly string OneOf(string[] values)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            foreach (var value in values)
            {
                if (json.ValueTextEquals(value)) return value;
            }
        }

        throw Unfit(Allowed.OneOf(values));
    }

    private readonly DateOnly Date()
    {
        Span<char> text = stackalloc char[10];
        return json.TokenType == JsonTokenType.String && !json.ValueIsEscaped && json.ValueSpan.Length == 10 && json.CopyString(text) == 10 && Allowed.TryDate(text, out var date)
            ? date
            : throw Unfit(Allowed.Date);
    }

    private readonly bool Flag() => json.TokenType is JsonTokenType.True or JsonTokenType.False ? json.GetBoolean() : throw Unfit("true or false");

    private readonly decimal Number(Func<decimal, bool> fits, string expected) =>
        json.TokenType == JsonTokenType.Number && json.TryGetDecimal(out var number) && fits(number) ? number : throw Unfit(expected);

    private readonly int Whole(Func<int, bool> fits, string expected) =>
        json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var number) && fits(number) ? number : throw Unfit(expected);

    private readonly UnfitException Unfit(string expected)
    {
        var path = scope;
        if (index >= 0) path += string.Create(CultureInfo.InvariantCulture, $"[{index}]");
        if (field.Length > 0) path += "." + field;
        if (inner >= 0) path += string.Create(CultureInfo.InvariantCulture, $"[{inner}]");
        return new UnfitException($"{path}: expected {expected}.");
    }
}
