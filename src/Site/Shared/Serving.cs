using Microsoft.AspNetCore.Connections;

namespace CodingAhead.Site.Shared;

/// <summary>Runs the host until it is stopped.</summary>
internal static class Serving
{
    /// <summary>Exit code 0 after an orderly stop; 3, with one line that says what to do, when the address is taken.</summary>
    public static int Serve(this WebApplication app)
    {
        try
        {
            app.Run();
            return 0;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            Console.Error.WriteLine($"{e.Message} Stop the program that listens there, or start with --port N.");
            return 3;
        }
    }
}
