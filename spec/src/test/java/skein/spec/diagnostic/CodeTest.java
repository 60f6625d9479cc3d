package skein.spec.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeTest {
  @ParameterizedTest
  @EnumSource(Code.class)
  void isExplained(Code code) {
    assertThat(code.name()).matches("[EW][0-9]{3}");
    assertThat(code.title()).isNotBlank().doesNotEndWith(".");
    assertThat(code.explanation()).hasSizeGreaterThan(30);
  }

  @Test
  void titlesTellCodesApart() {
    assertThat(Arrays.stream(Code.values()).map(Code::title)).doesNotHaveDuplicates();
  }
}
