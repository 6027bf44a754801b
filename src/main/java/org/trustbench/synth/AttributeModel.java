package org.trustbench.synth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Framework;

/** Draws one attribute of a case, given those drawn before it. */
final class AttributeModel {
  /** No value was recorded. */
  static final byte BLANK = -1;

  private final int column;
  private final List<String> values;
  private final Shares shares;
  private final List<Given> given = new ArrayList<>();
  private final double notRecorded;
  private final double[] effects;

  /** Shares for cases in which every column has one of the values allowed. */
  private record Given(int[] columns, boolean[][] allowed, Shares shares) {
    boolean fits(byte[] drawn, int offset) {
      for (int i = 0; i < columns.length; i++) {
        byte value = drawn[offset + columns[i]];
        if (value == BLANK || !allowed[i][value]) {
          return false;
        }
      }
      return true;
    }
  }

  private AttributeModel(
      int column,
      List<String> values,
      Profile.OfAttribute profile,
      Map<String, Double> shares,
      double[] factors,
      double[] effects) {
    this.column = column;
    this.values = values;
    this.shares = Shares.of(values, shares, factors);
    this.notRecorded = profile.notRecorded();
    this.effects = effects;
  }

  /** The attributes of a framework, in the order in which they are drawn. */
  static List<AttributeModel> of(
      Framework framework, Profile profile, String stream, RandomStreams random) {
    List<String> order = new ArrayList<>(profile.attributes().keySet());
    framework.attributes().stream()
        .map(Attribute::id)
        .filter(id -> !order.contains(id))
        .forEach(order::add);
    List<String> columns = framework.attributes().stream().map(Attribute::id).toList();
    Map<Integer, AttributeModel> byColumn = new LinkedHashMap<>();
    for (String id : order) {
      int column = columns.indexOf(id);
      if (column >= 0) {
        byColumn.put(column, one(framework, profile, stream, random, column, columns, byColumn));
      }
    }
    return List.copyOf(byColumn.values());
  }

  int column() {
    return column;
  }

  List<String> values() {
    return values;
  }

  /** The effect that a value has on every judgement of its case. */
  double effect(byte value) {
    return value == BLANK ? 0 : effects[value];
  }

  byte draw(UniformRandomProvider random, byte[] drawn, int offset) {
    Shares fitting = shares;
    for (Given one : given) {
      if (one.fits(drawn, offset)) {
        fitting = one.shares();
        break;
      }
    }
    byte value = fitting.draw(random);
    return notRecorded > 0 && random.nextDouble() < notRecorded ? BLANK : value;
  }

  private static AttributeModel one(
      Framework framework,
      Profile profile,
      String stream,
      RandomStreams random,
      int column,
      List<String> columns,
      Map<Integer, AttributeModel> earlier) {
    Attribute attribute = framework.attributes().get(column);
    Profile.OfAttribute own = profile.attribute(attribute.id());
    List<String> values = values(attribute, own);
    double[] factors = new double[values.size()];
    double[] effects = new double[values.size()];
    Map<String, Double> shares = new LinkedHashMap<>(own.shares());
    boolean isUnknown = !profile.attributes().containsKey(attribute.id());
    for (int v = 0; v < factors.length; v++) {
      String value = values.get(v);
      factors[v] =
          StrictMath.exp(profile.mixSd() * random.gaussian(stream, "mix", attribute.id(), value));
      effects[v] = own.effects().getOrDefault(value, 0.0);
      if (isUnknown && framework.caseMix().contains(attribute.id())) {
        effects[v] = 0.15 * random.gaussian("value effect", attribute.id(), value);
      }
      if (own.shares().isEmpty()) {
        shares.put(value, StrictMath.exp(0.5 * random.gaussian("share", attribute.id(), value)));
      }
    }
    AttributeModel model = new AttributeModel(column, values, own, shares, factors, effects);
    for (Profile.Given given : own.given()) {
      model.addGiven(given, columns, earlier, factors);
    }
    return model;
  }

  private void addGiven(
      Profile.Given one,
      List<String> columns,
      Map<Integer, AttributeModel> earlier,
      double[] factors) {
    int[] at = one.when().keySet().stream().mapToInt(columns::indexOf).toArray();
    boolean[][] allowed = new boolean[at.length][];
    int i = 0;
    for (List<String> wanted : one.when().values()) {
      AttributeModel other = earlier.get(at[i]);
      if (other == null) {
        return;
      }
      allowed[i] = new boolean[other.values.size()];
      for (int v = 0; v < allowed[i].length; v++) {
        allowed[i][v] = wanted.contains(other.values.get(v));
      }
      i++;
    }
    given.add(new Given(at, allowed, Shares.of(values, one.shares(), factors)));
  }

  private static List<String> values(Attribute attribute, Profile.OfAttribute own) {
    if (!attribute.isOpen()) {
      return attribute.values().stream().map(Attribute.Value::code).toList();
    }
    return own.shares().isEmpty()
        ? List.of(1, 2, 3, 4).stream().map(n -> attribute.label() + " " + n).toList()
        : List.copyOf(own.shares().keySet());
  }
}
