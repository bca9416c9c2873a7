package weir.platform.database;

import weir.platform.secret.Secret;

/// Where a PostgreSQL is and who asks.
///
/// @param url      a JDBC address without user and password: `jdbc:postgresql://host:5432/weir`
/// @param user     the role, which must own its schemas
/// @param password its password
public record DatabaseAddress(String url, String user, Secret password) {

    public DatabaseAddress {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("The database's URL must begin with jdbc:postgresql:// .");
        }
    }

    /// Host, port and database without parameters, which may hold secrets.
    public String place() {
        int parameters = url.indexOf('?');
        return (parameters < 0 ? url : url.substring(0, parameters)).substring("jdbc:".length());
    }

    @Override
    public String toString() {
        return place();
    }
}
