package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.lifecycle.Refusal;

/** Why an administrator's act does not happen, in a sentence. */
public final class RefusalTexts {
    private RefusalTexts() {}

    /** The sentence, with the name of the refusal in front. */
    public static String of(Refusal refusal) {
        return refusal + ": "
                + switch (refusal) {
                    case ACTIVE_LEGAL_HOLD ->
                        "the account is on legal hold; release it from its holds before it is deactivated";
                    case ENDED -> "the account has ended, and what has ended cannot be put on legal hold";
                    case RESOURCE_GONE ->
                        "the provider has deleted the user; it comes back when the provider makes it again";
                };
    }
}
