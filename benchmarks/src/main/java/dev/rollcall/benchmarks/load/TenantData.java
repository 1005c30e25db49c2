package dev.rollcall.benchmarks.load;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A tenant as it was loaded. Kept in a file, since a loaded database can be used again.
 *
 * @param plan what was to be loaded
 * @param ids the ids of its users, by their place
 * @param everybody the id of the group that has all users
 * @param fsync whether the database waited for the disk meanwhile: {@code on} or {@code off}
 * @param users how fast users were loaded
 * @param memberships how fast memberships were loaded
 */
public record TenantData(
        TenantPlan plan,
        List<String> ids,
        String everybody,
        String fsync,
        Progress.Rates users,
        Progress.Rates memberships) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The user at a place. */
    public Person person(int place) {
        return plan.person(place);
    }

    /** How many users there are. */
    @JsonIgnore
    public int size() {
        return ids.size();
    }

    /** Writes the file. */
    public void write(Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        JSON.writeValue(file.toFile(), this);
    }

    /** Reads the file. */
    public static TenantData read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), TenantData.class);
    }
}
