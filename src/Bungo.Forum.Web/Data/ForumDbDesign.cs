using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Bungo.Forum.Web.Data;

/// <summary>Lets <c>dotnet ef migrations add</c> build the model; it compares models and opens no connection.</summary>
public sealed class ForumDbDesign : IDesignTimeDbContextFactory<ForumDb>
{
    public ForumDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ForumDb>();
        DataFeature.Configure(options, NpgsqlDataSource.Create("Host=localhost;Database=design"));
        return new ForumDb(options.Options);
    }
}
