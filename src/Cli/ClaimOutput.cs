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
internal sealed class ClaimOutput(Shell shell, ClaimForm form)
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
    public Task WriteAsync(Claim claim, CheckResult result)
    {
        switch (form)
        {
            case ClaimForm.Json: return DocumentAsync(JsonSerializer.Serialize(result, ClaimsJson.Indented.CheckResult));
            case ClaimForm.JsonLines: return shell.Out.WriteLineAsync(JsonSerializer.Serialize(result, ClaimsJson.Line.CheckResult));
            case ClaimForm.Fhir: return shell.Out.WriteLineAsync(Written(json => ClaimResponse.Write(json, claim, result, shell.Today)));
            case ClaimForm.Csv:
                Head();
                CheckCsv.Write(text, result);
                break;
            default:
                CheckText.Write(text, result);
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
                CheckCsv.Write(text, unread);
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
        text.Append(CheckCsv.Header);
    }

    private async Task FlushAsync()
    {
        await shell.Out.WriteAsync(text);
        text.Clear();
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = ClaimsJson.Line.Options.Encoder })) write(json);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
