package dev.rollcall.examples.server;

import java.util.Optional;
import javax.sql.DataSource;

/** Where the hashes of the credentials are kept from one start to the next. */
interface KeptCredentials {
    /** What is kept; empty before the first start. */
    Optional<ApiCredentials> read();

    /**
     * Keeps the credentials, wholly or not at all.
     *
     * @return false if another server was faster and kept its own, which are the ones from now on
     */
    boolean keep(ApiCredentials credentials);

    /** What the place is called; whoever deletes it has new ones made. */
    String place();

    /** Where the credentials are kept that belong to the data. */
    static KeptCredentials in(DataPlace place, DataSource database) {
        return place instanceof DataPlace.Folder folder
                ? new CredentialsFile(folder.path())
                : new CredentialsTable(database, place);
    }
}
