namespace Bungo.Forum.Verifier.Packages;

internal sealed class FolderPackage(string folder) : Package
{
    public override string Name => folder;

    public override bool IsCopy => true;

    public override Stream? OpenRead(string path)
    {
        var full = Path.Combine(folder, path);
        try
        {
            return new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new PackageUnreadableException(Unreadable.ReadFailed, full, cause);
        }
    }
}
