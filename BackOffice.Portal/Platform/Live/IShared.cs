namespace BackOffice.Portal.Platform.Live;

/// <summary>Lives once in the process, for everybody: what many pages watch is read once and shared. Found by scanning.</summary>
public interface IShared;
