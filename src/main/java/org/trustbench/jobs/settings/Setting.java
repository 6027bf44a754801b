package org.trustbench.jobs.settings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.trustbench.terms.Terms;

/**
 * One setting of a run, with everything the program knows of it besides its use: its flag, its name
 * in a settings file and how it is read there, what it is unless somebody sets it, what values it
 * may have, whether it decides figures, and what help and guide say of it. {@link
 * ProgrammeSettings} has all of them.
 *
 * @param <T> the type of its value
 */
public final class Setting<T> {
  private final String name;
  private final Class<?> type;
  private final Class<?> element;
  private final Function<FileValue, T> ofFile;
  private final ValueRules<T> rules = new ValueRules<>();

  private SettingTopic topic = SettingTopic.READ;
  private String valueName = "";
  private String meaning = "";
  private String example = "";
  private BiFunction<T, Terms, String> said = (value, terms) -> "";
  private String calledInMessages;
  private T standard;
  private boolean isPlace;
  private boolean isDecisive;
  private boolean isInFile = true;
  private boolean isFlag = true;
  private boolean isOfFramework;
  private boolean isWithoutEffect;
  private Function<T, Object> recorded = value -> value;
  private Predicate<Settings> isRecordedWhen = settings -> true;

  private Setting(String name, Class<?> type, Class<?> element, Function<FileValue, T> ofFile) {
    this.name = name;
    this.type = type;
    this.element = element;
    this.ofFile = ofFile;
    this.calledInMessages = name.replace('_', ' ');
  }

  static Setting<String> text(String name) {
    return new Setting<>(name, String.class, String.class, FileValue::text);
  }

  /** A built-in framework by its id, or a folder, as seen from the file if it is there. */
  static Setting<String> framework(String name) {
    return new Setting<>(name, String.class, String.class, FileValue::framework);
  }

  /** A path of this machine. */
  static Setting<Path> path(String name) {
    return new Setting<>(name, Path.class, Path.class, FileValue::path);
  }

  /** A path of this machine, or an address of storage. */
  static Setting<Path> place(String name) {
    Setting<Path> setting = new Setting<>(name, Path.class, Path.class, FileValue::anyPlace);
    setting.isPlace = true;
    return setting;
  }

  static Setting<Double> number(String name) {
    return new Setting<>(name, Double.class, Double.class, FileValue::number);
  }

  static Setting<Integer> wholeNumber(String name) {
    return new Setting<>(name, Integer.class, Integer.class, FileValue::wholeNumber);
  }

  static Setting<Long> longNumber(String name) {
    return new Setting<>(name, Long.class, Long.class, FileValue::longNumber);
  }

  static Setting<Boolean> truth(String name) {
    return new Setting<>(name, Boolean.class, Boolean.class, FileValue::truth);
  }

  static Setting<LocalDate> date(String name) {
    return new Setting<>(name, LocalDate.class, LocalDate.class, FileValue::date);
  }

  /** A list, one element each time its flag is given. */
  static <E> Setting<List<E>> flagGivenAgain(String name, Class<E> element) {
    return new Setting<List<E>>(name, List.class, element, value -> List.of()).flagOnly();
  }

  /** A value that no flag can say. */
  static <T> Setting<T> ofFileAlone(String name, Class<?> type, Function<FileValue, T> ofFile) {
    Setting<T> setting = new Setting<>(name, type, type, ofFile);
    setting.isFlag = false;
    return setting;
  }

  /**
   * Says what it is.
   *
   * @param valueName what stands for its value in help, such as DIR
   * @param meaning one sentence, without a full stop
   */
  Setting<T> means(SettingTopic about, String valueName, String meaning) {
    this.topic = about;
    this.valueName = valueName;
    this.meaning = meaning;
    return this;
  }

  Setting<T> example(String value) {
    this.example = value;
    return this;
  }

  /**
   * How it is said of a run, as part of a sentence.
   *
   * @param pattern words with %s for the value, and places for terms
   */
  Setting<T> says(String pattern) {
    return saysInTerms((value, terms) -> terms.text(pattern, value));
  }

  Setting<T> says(Function<T, String> words) {
    return saysInTerms((value, terms) -> words.apply(value));
  }

  Setting<T> saysInTerms(BiFunction<T, Terms, String> words) {
    this.said = words;
    return this;
  }

  /** What it is where neither a flag nor the file sets it; without this it is absent. */
  Setting<T> standard(T value) {
    this.standard = value;
    return this;
  }

  /** It decides figures, so that it is part of a release's record and id. */
  Setting<T> decisive() {
    this.isDecisive = true;
    return this;
  }

  /** How it stands in a release's record; null if it is left out of it. */
  Setting<T> recordedAs(Function<T, Object> words) {
    this.recorded = words;
    return this;
  }

  Setting<T> recordedWhen(Predicate<Settings> condition) {
    this.isRecordedWhen = condition;
    return this;
  }

  Setting<T> flagOnly() {
    this.isInFile = false;
    return this;
  }

  /** It is read only so that settings of earlier versions are. */
  Setting<T> withoutEffect() {
    this.isWithoutEffect = true;
    return this;
  }

  /** It names something of the framework that the file names, so under another it is not read. */
  Setting<T> ofFramework() {
    this.isOfFramework = true;
    return this;
  }

  Setting<T> calledInMessages(String words) {
    this.calledInMessages = words;
    return this;
  }

  /**
   * A condition on its values.
   *
   * @param wrong what a value is that does not meet it, as "is below 0"
   */
  Setting<T> must(Predicate<T> isMet, String wrong) {
    rules.must(isMet, wrong);
    return this;
  }

  /** It is one of some words. */
  @SafeVarargs
  final Setting<T> oneOf(T... words) {
    rules.oneOf(List.of(words));
    return this;
  }

  /** What is wrong with a value, if anything is. */
  Optional<String> fault(T value) {
    return rules.fault(calledInMessages, value);
  }

  T read(FileValue value) {
    return ofFile.apply(value);
  }

  /** How a value stands in the record of a release; null if it does not. */
  Object recorded(Settings settings, T value) {
    return value == null || !isRecordedWhen.test(settings) ? null : recorded.apply(value);
  }

  /** Part of a sentence on a run; empty of a standard that decides no figure. */
  String said(Settings settings, T value, Terms terms) {
    boolean isPlain = value == null || value.equals(standard) && !isDecisive;
    return isPlain || isDecisive && recorded(settings, value) == null
        ? ""
        : said.apply(value, terms);
  }

  /** Its name in a settings file and in the record of a release. */
  public String name() {
    return name;
  }

  public String flag() {
    return "--" + name.replace('_', '-');
  }

  public boolean isFlag() {
    return isFlag;
  }

  public boolean isInFile() {
    return isInFile;
  }

  /** Whether it is read only so that settings of earlier versions are. */
  boolean isWithoutEffect() {
    return isWithoutEffect;
  }

  boolean isOfFramework() {
    return isOfFramework;
  }

  public boolean isDecisive() {
    return isDecisive;
  }

  Class<?> type() {
    return type;
  }

  Class<?> element() {
    return element;
  }

  /** Whether it may be an address of storage. */
  boolean isPlace() {
    return isPlace;
  }

  public SettingTopic topic() {
    return topic;
  }

  public String valueName() {
    return valueName;
  }

  public String meaning() {
    return meaning;
  }

  /** The words that it may be; none where they are not a few that are known. */
  public List<String> choices() {
    return rules.choices();
  }

  public String example() {
    return example;
  }

  /** What it is where nobody sets it; null if it is absent then. */
  public T standard() {
    return standard;
  }

  @Override
  public String toString() {
    return name;
  }
}
