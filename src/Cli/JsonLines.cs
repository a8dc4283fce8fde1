using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodingAhead.Cli;

/// <summary>One line of input: its number, and either a request or what is wrong with it and the id it nevertheless gives.</summary>
internal readonly record struct InputLine(int Number, Request? Request, string? Error, JsonNode? Given = null)
{
    /// <summary>What its answer is named by: the id given, else the line's number.</summary>
    public JsonNode Id => Request?.Id is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } id ? JsonNode.Parse(id.GetRawText())! : Given ?? JsonValue.Create(Number);
}

/// <summary>Reading and writing of JSON lines: streaming, in order, an answer to every line, a bad one included.</summary>
internal static class JsonLines
{
    /// <summary>Opens a file, or standard input for <c>-</c>.</summary>
    public static TextReader Open(Shell shell, string path)
    {
        if (path == "-") return shell.In;
        try
        {
            return new StreamReader(shell.Full(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new UserException(ExitCode.Usage, $"{path} cannot be read: {e.Message}");
        }
    }

    /// <summary>Lines as requests: a JSON object, or, where <paramref name="plain"/> allows it, the bare text. A blank line has no answer among objects, and is an error among texts, whose answers are counted by line.</summary>
    public static async IAsyncEnumerable<InputLine> ReadAsync(TextReader reader, Func<string, Request>? plain, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var number = 1; await reader.ReadLineAsync(cancel) is { } line; number++)
        {
            var blank = line.AsSpan().Trim().TrimStart('\uFEFF').Length == 0;
            if (!blank) yield return Parse(line, number, plain);
            else if (plain is not null) yield return new InputLine(number, null, "the line is empty");
        }
    }

    /// <summary>Writes an answer in one line, led by its id when one was given.</summary>
    public static async Task WriteAsync(Shell shell, JsonNode? answer, InputLine line)
    {
        var answered = answer as JsonObject ?? [];
        if (line.Request?.Id is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) }) answered.Insert(0, "id", line.Id);
        await shell.Out.WriteLineAsync(answered.ToJsonString(CliJson.Plain.Options));
    }

    /// <summary>Writes <c>{"id":…,"error":"…"}</c>.</summary>
    public static Task WriteErrorAsync(Shell shell, InputLine line, string error) =>
        shell.Out.WriteLineAsync(new JsonObject { ["id"] = line.Id, ["error"] = error }.ToJsonString(CliJson.Plain.Options));

    private static InputLine Parse(string line, int number, Func<string, Request>? plain)
    {
        var text = line.Trim().TrimStart('\uFEFF');
        if (plain is not null && text[0] != '{') return new InputLine(number, plain(text), null);
        try
        {
            var request = JsonSerializer.Deserialize(text, CliJson.Plain.Request);
            return request is null ? new InputLine(number, null, "expected a JSON object") : new InputLine(number, request, null);
        }
        catch (JsonException e)
        {
            return new InputLine(number, null, $"not a JSON object of this command (at character {e.BytePositionInLine ?? 0})", IdOf(text));
        }
    }

    // The "id" of an object that is broken further on, or that has a value of the wrong kind: the asker still learns which line it was.
    private static JsonNode? IdOf(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1 || !reader.ValueTextEquals("id"u8)) continue;
                if (!reader.Read()) return null;
                return reader.TokenType switch
                {
                    JsonTokenType.String => JsonValue.Create(reader.GetString()),
                    JsonTokenType.Number => JsonNode.Parse(Encoding.UTF8.GetString(reader.ValueSpan)),
                    _ => null,
                };
            }
        }
        catch (JsonException)
        {
            // Broken before its id.
        }

        return null;
    }
}
