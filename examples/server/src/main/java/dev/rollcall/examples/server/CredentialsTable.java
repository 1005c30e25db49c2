package dev.rollcall.examples.server;

import dev.rollcall.scim.provisioning.provider.SecretHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** The table that keeps the hashes of the credentials for all servers of a database. */
final class CredentialsTable implements KeptCredentials {
    private static final String NAME = "rollcall_server_credentials";

    private static final String CREATE = """
            create table if not exists rollcall_server_credentials (
                id int primary key,
                token_sha256 varchar not null,
                user_name varchar not null,
                password_sha256 varchar not null
            )""";

    private static final String SELECT =
            "select token_sha256, user_name, password_sha256 from rollcall_server_credentials";

    private static final String INSERT = "insert into rollcall_server_credentials"
            + " (id, token_sha256, user_name, password_sha256) values (1, ?, ?, ?)";

    private final DataSource database;
    private final DataPlace where;

    CredentialsTable(DataSource database, DataPlace where) {
        this.database = database;
        this.where = where;
    }

    @Override
    public String place() {
        return "the table " + NAME + " of " + where;
    }

    @Override
    public Optional<ApiCredentials> read() {
        try (Connection connection = database.getConnection()) {
            return read(connection);
        } catch (SQLException | IllegalArgumentException e) {
            throw new StartException(
                    "The credentials in " + place() + " cannot be read; delete its row to have new ones made", e);
        }
    }

    private static Optional<ApiCredentials> read(Connection connection) throws SQLException {
        create(connection);
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(SELECT)) {
            return row.next()
                    ? Optional.of(new ApiCredentials(
                            SecretHash.ofHex(row.getString(1)), row.getString(2), SecretHash.ofHex(row.getString(3))))
                    : Optional.empty();
        }
    }

    /** Another server may do so at the same time, which not every database takes well; then the table is there. */
    private static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        } catch (SQLException e) {
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery(SELECT).close();
            } catch (SQLException stillNot) {
                throw e;
            }
        }
    }

    @Override
    public boolean keep(ApiCredentials credentials) {
        try (Connection connection = database.getConnection()) {
            return keep(connection, credentials);
        } catch (SQLException e) {
            throw new StartException("The credentials cannot be kept in " + place() + ": " + e.getMessage(), e);
        }
    }

    static boolean keep(Connection connection, ApiCredentials credentials) throws SQLException {
        create(connection);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, credentials.token().hex());
            insert.setString(2, credentials.user());
            insert.setString(3, credentials.password().hex());
            insert.executeUpdate();
            return true;
        } catch (SQLException e) {
            // Both databases say so of a key that is taken.
            if ("23505".equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
