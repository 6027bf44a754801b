package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * An institution that is inspected.
 *
 * @param dimensions what {@code trusts.csv} says of it beyond its name, by dimension id; a
 *     dimension that is not known is absent
 */
public record Trust(String code, String name, List<String> aliases, Map<String, String> dimensions)
    implements Serializable {}
