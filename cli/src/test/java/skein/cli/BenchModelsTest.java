package skein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The models of {@code checker/bench} have the counts, at small bounds, that {@code
 * checker/bench/compare} finds with Spin, TLC and C++ too.
 */
final class BenchModelsTest {
  private static final Path MODELS =
      Path.of(System.getProperty("skein.root"), "checker", "bench", "models");

  @ParameterizedTest
  @CsvSource({
    "eb,                READERS=2 BUFFERS=2 PAGES=2, 119810, 322513, 30853",
    "eb,                READERS=3 BUFFERS=1 PAGES=1,  96850, 318644, 19781",
    "filter,            N=4,                          14844,  44121, 14844",
    "filter-symmetric,  N=4,                          14844,  44124,   761",
    "philosophers,      N=5,                            261,    877,   261",
    "two-phase,         RMS=3,                          288,   1146,    80",
    "two-phase,         RMS=4,                         1568,   8258,   166",
    "grid,              N=3 MAX=6,                      343,    883,   343"
  })
  void countsAreThoseOfTheOtherTools(
      String model, String size, long distinct, long generated, long orbits) {
    JsonNode all = statistics(model, size, "--no-symmetry");
    assertThat(all.get("distinct").asLong()).isEqualTo(distinct);
    assertThat(all.get("generated").asLong()).isEqualTo(generated);
    assertThat(statistics(model, size).get("distinct").asLong()).isEqualTo(orbits);
  }

  private static JsonNode statistics(String model, String size, String... options) {
    List<String> arguments = new ArrayList<>(List.of("check", "--json", "--progress=none"));
    // The other tools do not fuse steps.
    if (CommandRun.of("check", "--help").out().contains("--no-fuse")) {
      arguments.add("--no-fuse");
    }
    arguments.addAll(List.of(options));
    for (String constant : size.split(" ", -1)) {
      arguments.addAll(List.of("-D", constant));
    }
    arguments.add(MODELS.resolve(model + ".skein").toString());
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isZero();
    try {
      return new ObjectMapper().readTree(run.out()).get("statistics");
    } catch (JsonProcessingException e) {
      throw new AssertionError(run.out(), e);
    }
  }
}
