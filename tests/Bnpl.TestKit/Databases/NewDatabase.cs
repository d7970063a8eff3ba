using Npgsql;

namespace Bnpl.TestKit.Databases;

/// <summary>A name on the tests' server for a database that <c>./bnpl</c> makes itself; dropped at the end with its two roles.</summary>
public sealed class NewDatabase : IAsyncDisposable
{
    private readonly TestServer _server;
    private readonly string _name;

    private NewDatabase(TestServer server, string name) => (_server, _name) = (server, name);

    /// <summary>For <c>BNPL_DATABASE_URL</c>.</summary>
    public string Url
    {
        get
        {
            NpgsqlConnectionStringBuilder admin = _server.Admin;
            string ssl = admin.SslMode switch
            {
                SslMode.Require => "?sslmode=require",
                SslMode.VerifyCA => "?sslmode=verify-ca",
                SslMode.VerifyFull => "?sslmode=verify-full",
                _ => "",
            };
            return $"postgres://{Uri.EscapeDataString(admin.Username!)}:{Uri.EscapeDataString(admin.Password ?? "")}@{admin.Host}:{admin.Port}/{_name}{ssl}";
        }
    }

    public static async Task<NewDatabase> NameAsync()
    {
        TestServer server = await TestServer.GetAsync();
        return new NewDatabase(server, server.NextName());
    }

    public async ValueTask DisposeAsync() => await _server.DropAsync(_name);
}
