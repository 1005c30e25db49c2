package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.codec.internal.BoundedInput;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.json.JsonBytes;
import dev.rollcall.scim.json.JsonLimits;
import dev.rollcall.scim.json.JsonReader;
import dev.rollcall.scim.json.JsonToken;
import dev.rollcall.scim.json.Names;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The body of a bulk request (RFC 7644 §3.7). What is wrong with the envelope is wrong with the whole request, before any
 * of it is done; what is wrong with an operation is that operation's matter.
 *
 * @param failOnErrors after how many errors to stop, at least 1; {@link Integer#MAX_VALUE} for never
 */
record BulkRequest(int failOnErrors, List<BulkOperation> operations) {
    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    /** The data of an operation stand this much deeper; they are held against the limits of a body one by one. */
    private static final int DEPTH = 1_000;

    /** Opens bodies of bulk requests. */
    static BoundedInput input(Limits limits, BulkLimits bulk) {
        return new BoundedInput(
                new JsonLimits(limits.maxDepth() + DEPTH, limits.maxStringLength(), DEPTH),
                bulk.maxPayloadSize(),
                tooLarge(bulk));
    }

    private static String tooLarge(BulkLimits limits) {
        return "The bulk request is larger than maxPayloadSize, which is " + limits.maxPayloadSize()
                + " bytes; nothing of it was done";
    }

    /**
     * Reads the body of the request.
     *
     * @throws ScimException 413 beyond the limits; {@code invalidSyntax} if it is no bulk request, or if two operations
     *     have the same bulkId
     */
    static BulkRequest read(Exchange exchange) {
        BulkLimits limits = exchange.settings().bulk();
        exchange.request().header("Content-Length").map(String::strip).ifPresent(length -> {
            // A client that says so beforehand need not send it all.
            if (length.matches("\\d{1,18}") && Long.parseLong(length) > limits.maxPayloadSize()) {
                throw ScimException.payloadTooLarge(tooLarge(limits));
            }
        });
        try (JsonBytes in = exchange.readers().bulk().open(exchange.request().body())) {
            return read(in, limits.maxOperations());
        }
    }

    private static BulkRequest read(JsonReader in, int maxOperations) {
        in.require(JsonToken.START_OBJECT, "The body");
        Set<String> seen = new HashSet<>();
        boolean named = false;
        int failOnErrors = Integer.MAX_VALUE;
        List<BulkOperation> operations = List.of();
        while (in.next() != JsonToken.END_OBJECT) {
            // RFC 7643 §2.1: names have no case.
            String name = Names.fold(in.text());
            in.next();
            if (!seen.add(name)) {
                throw ScimException.invalidSyntax("\"" + name + "\" stands twice in the body");
            }
            switch (name) {
                case "schemas" -> named = isNamed(in);
                case "failonerrors" -> failOnErrors = failOnErrors(in);
                case "operations" -> operations = operations(in, maxOperations);
                default -> in.skip();
            }
        }
        if (in.next() != JsonToken.END) {
            throw ScimException.invalidSyntax("The body goes on after its object (" + in.where() + ")");
        }
        if (!named) {
            throw ScimException.invalidSyntax("\"schemas\" must hold \"" + SCHEMA + "\"");
        }
        if (operations.isEmpty()) {
            throw ScimException.invalidSyntax("\"Operations\" is missing or empty; it must be an array of operations");
        }
        checkBulkIds(operations);
        return new BulkRequest(failOnErrors, operations);
    }

    private static boolean isNamed(JsonReader in) {
        in.require(JsonToken.START_ARRAY, "\"schemas\"");
        boolean named = false;
        while (in.next() != JsonToken.END_ARRAY) {
            in.require(JsonToken.STRING, "An entry of \"schemas\"");
            named |= in.text().equalsIgnoreCase(SCHEMA);
        }
        return named;
    }

    /** No number, and none that can be reached, mean never. */
    private static int failOnErrors(JsonReader in) {
        if (in.token() == JsonToken.NULL) {
            return Integer.MAX_VALUE;
        }
        in.require(JsonToken.INTEGER, "\"failOnErrors\"");
        BigInteger number = new BigInteger(in.text());
        return number.signum() > 0 && number.bitLength() < Integer.SIZE ? number.intValue() : Integer.MAX_VALUE;
    }

    private static List<BulkOperation> operations(JsonReader in, int maxOperations) {
        if (in.token() == JsonToken.NULL) {
            return List.of();
        }
        in.require(JsonToken.START_ARRAY, "\"Operations\"");
        List<BulkOperation> operations = new ArrayList<>();
        while (in.next() != JsonToken.END_ARRAY) {
            if (operations.size() == maxOperations) {
                throw ScimException.payloadTooLarge("The bulk request has more operations than maxOperations, which is "
                        + maxOperations + "; nothing of it was done");
            }
            in.require(JsonToken.START_OBJECT, "Operations[" + operations.size() + "]");
            operations.add(new BulkOperationReader(in, operations.size()).read());
        }
        return operations;
    }

    /** RFC 7644 §3.7: a bulkId is unique within its request; else nobody could tell what a reference means. */
    private static void checkBulkIds(List<BulkOperation> operations) {
        Set<String> seen = new HashSet<>();
        for (BulkOperation operation : operations) {
            String bulkId = operation.bulkId();
            if (bulkId != null && !seen.add(bulkId)) {
                throw ScimException.invalidSyntax("Operations[" + operation.index() + "]: the bulkId \"" + bulkId
                        + "\" is that of another operation too; it must be unique within the request");
            }
        }
    }
}
