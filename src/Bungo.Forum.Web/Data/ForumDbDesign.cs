using Microsoft.EntityFrameworkCore.Design;

namespace Bungo.Forum.Web.Data;

/// <summary>Lets <c>dotnet ef migrations add</c> build the model; it compares models and opens no connection.</summary>
public sealed class ForumDbDesign : IDesignTimeDbContextFactory<ForumDb>
{
    public ForumDb CreateDbContext(string[] args)
    {
        const string NeverOpened = "Host=localhost;Database=design";
        return new ServiceCollection().AddData(NeverOpened).BuildServiceProvider().GetRequiredService<ForumDb>();
    }
}
