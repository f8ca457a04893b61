global using BackOffice.Domain.Platform;
global using BackOffice.Domain.Platform.Saving;
global using Microsoft.EntityFrameworkCore;
