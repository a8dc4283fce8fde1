using System.Text;
using System.Text.Json;
using CodingAhead.Claims;
using CodingAhead.Claims.Answers;
using CodingAhead.Claims.Fhir;

namespace CodingAhead.Cli;

/// <summary>How answers to claims are written.</summary>
internal enum ClaimForm
{
    Text,
    Json,
    JsonLines,
    Csv,
    Fhir,
}

/// <summary>Writes answers to claims, one by one as they come. JSON of one claim is an object, of several an array, so the first is held until a second comes.</summary>
/// <param name="shell">Where to.</param>
/// <param name="form">How.</param>
/// <param name="priced">Only prices are asked for, which have columns of their own.</param>
internal sealed class ClaimOutput(Shell shell, ClaimForm form, bool priced)
{
    private readonly StringBuilder text = new();
    private string? held;
    private bool any, many;

    /// <summary>The form asked for; one at most.</summary>
    public static ClaimForm Form(bool json, bool jsonl, bool csv, bool fhir)
    {
        if ((json ? 1 : 0) + (jsonl ? 1 : 0) + (csv ? 1 : 0) + (fhir ? 1 : 0) > 1) throw new UserException(ExitCode.Usage, "Give one of --json, --jsonl, --csv and --fhir.");
        return json ? ClaimForm.Json : jsonl ? ClaimForm.JsonLines : csv ? ClaimForm.Csv : fhir ? ClaimForm.Fhir : ClaimForm.Text;
    }

    /// <summary>Writes the answer to a claim.</summary>
    public Task WriteAsync(Claim claim, ClaimAnswer answer)
    {
        switch (form)
        {
            case ClaimForm.Json: return DocumentAsync(Written(answer.WriteJson, indented: true));
            case ClaimForm.JsonLines: return shell.Out.WriteLineAsync(Written(answer.WriteJson));
            case ClaimForm.Fhir: return shell.Out.WriteLineAsync(Written(json => ClaimResponse.Write(json, claim, answer, shell.Today)));
            case ClaimForm.Csv:
                Head();
                answer.WriteCsv(text);
                break;
            default:
                answer.WriteText(text);
                break;
        }

        return FlushAsync();
    }

    /// <summary>Writes why a claim could not be read.</summary>
    public Task WriteAsync(UnreadClaim unread)
    {
        switch (form)
        {
            case ClaimForm.Json: return DocumentAsync(JsonSerializer.Serialize(unread, ClaimsJson.Indented.UnreadClaim));
            case ClaimForm.JsonLines: return shell.Out.WriteLineAsync(JsonSerializer.Serialize(unread, ClaimsJson.Line.UnreadClaim));
            case ClaimForm.Fhir: return shell.Out.WriteLineAsync(Written(json => OperationOutcome.Write(json, unread)));
            case ClaimForm.Csv:
                Head();
                if (priced) PriceCsv.Write(text, unread);
                else CheckCsv.Write(text, unread);
                break;
            default:
                CheckText.Write(text, unread);
                break;
        }

        return FlushAsync();
    }

    /// <summary>Writes what was held back.</summary>
    public async Task EndAsync()
    {
        if (form == ClaimForm.Csv) Head();
        await FlushAsync();
        if (form != ClaimForm.Json) return;
        await shell.Out.WriteLineAsync(many ? "]" : held ?? "[]");
    }

    private async Task DocumentAsync(string document)
    {
        if (!any) (held, any) = (document, true);
        else
        {
            if (!many) await shell.Out.WriteLineAsync("[\n" + held);
            (many, held) = (true, null);
            await shell.Out.WriteLineAsync(",\n" + document);
        }
    }

    private void Head()
    {
        if (any) return;
        any = true;
        text.Append(priced ? PriceCsv.Header : CheckCsv.Header);
    }

    private async Task FlushAsync()
    {
        await shell.Out.WriteAsync(text);
        text.Clear();
    }

    private static string Written(Action<Utf8JsonWriter> write, bool indented = false)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = ClaimsJson.Line.Options.Encoder, Indented = indented })) write(json);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
