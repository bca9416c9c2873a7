package weir.platform.access.door;

/// How people sign on.
public enum SignOn {
    /// Not at all: whoever sits at the machine is the administrator. On loopback only.
    NONE,
    /// With a name and a password of the users file.
    LOCAL,
    /// At an OpenID Connect provider.
    OPENID
}
