package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.UserView;
import dev.rollcall.scim.resource.precis.Precis;
import dev.rollcall.scim.resource.precis.PrecisException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which user names there may be (RFC 7644 §5): those of PRECIS, unless names of every kind are forgiven. */
final class UserNames {
    private UserNames() {}

    /** The resource after a write, if its user name is allowed or is not new. */
    static Resource checked(Exchange exchange, @Nullable Resource before, Resource after) {
        boolean user = after.type().isBaseSchema(UserView.SCHEMA);
        if (!user || exchange.options().tolerance().allows(Quirk.ANY_USER_NAME)) {
            return after;
        }
        Optional<String> name = after.text("userName");
        // A name from a more forgiving time stays until it is changed.
        if (name.isPresent() && (before == null || !name.equals(before.text("userName")))) {
            try {
                Precis.usernameCaseMapped(name.get());
            } catch (PrecisException e) {
                throw ScimException.invalidValue("\"userName\" is not allowed: " + e.getMessage()
                        + " (RFC 8265 section 3.3: letters, digits and printable ASCII without blanks)");
            }
        }
        return after;
    }
}
