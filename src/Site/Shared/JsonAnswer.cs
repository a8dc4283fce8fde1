using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CodingAhead.Site.Shared;

/// <summary>An answer written straight to JSON, for shapes that others defined and that are asked for at every key stroke.</summary>
/// <param name="contentType">As the standard of the shape names it.</param>
/// <param name="write">Writes one JSON value.</param>
/// <param name="status">HTTP status.</param>
public sealed class JsonAnswer(string contentType, Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK) : IResult
{
    private const int LargestKept = 1 << 18;
    private static readonly ConcurrentBag<JsonBuffer> Pool = [];

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (!Pool.TryTake(out var buffer)) buffer = new JsonBuffer();
        write(buffer.Writer);
        buffer.Writer.Flush();
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = buffer.Bytes.WrittenCount;
        await response.BodyWriter.WriteAsync(buffer.Bytes.WrittenMemory, httpContext.RequestAborted);
        if (buffer.Bytes.Capacity > LargestKept) return;
        buffer.Bytes.ResetWrittenCount();
        buffer.Writer.Reset();
        Pool.Add(buffer);
    }

    /// <summary>The same as a value, for examples in the description of the API.</summary>
    public static System.Text.Json.Nodes.JsonNode? Node(Action<Utf8JsonWriter> write)
    {
        var buffer = new JsonBuffer();
        write(buffer.Writer);
        buffer.Writer.Flush();
        return System.Text.Json.Nodes.JsonNode.Parse(buffer.Bytes.WrittenSpan);
    }

    private sealed class JsonBuffer
    {
        // Checked in debug builds only: each shape is tested whole.
        private static readonly JsonWriterOptions Options = new()
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
#if !DEBUG
            SkipValidation = true,
#endif
        };

        public JsonBuffer() => Writer = new Utf8JsonWriter(Bytes, Options);

        public ArrayBufferWriter<byte> Bytes { get; } = new(16 << 10);

        public Utf8JsonWriter Writer { get; }
    }
}
