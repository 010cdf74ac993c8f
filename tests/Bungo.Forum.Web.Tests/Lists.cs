namespace Bungo.Forum.Web.Tests;

internal static class Lists
{
    /// <summary>Adds and gives back, so that a post can be made, kept and handed on in one expression.</summary>
    public static T AddAnd<T>(this List<T> list, T item)
    {
        list.Add(item);
        return item;
    }
}
