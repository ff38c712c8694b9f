/// What is doubtful, impossible or misread, in a plan for 2026.
extension DeadlineForm {
    /// What is doubtful, impossible or misread.
    static let doubts = parsed(
        """
        Thảng 6/2026
          month 2026-06-01..2026-06-30 within
          ! misreadTime
        l5/6/2026
          date 2026-06-15..2026-06-15 on
          ! misreadTime
        Trước ngày l5/6/2026
          date ..2026-06-15 before
          ! misreadTime
        O6/2026
          month 2026-06-01..2026-06-30 within
          ! misreadTime
        Tháng O6/2026
          month 2026-06-01..2026-06-30 within
          ! misreadTime
        01/12/2022–31/5/2022
          range 2022-12-01..2022-05-31 within
          ! reversedPeriod
          ! yearOutsidePeriod
        31/02/2026
          unparsed
          ! invalidDate
        Trước ngày 30/02
          unparsed
          ! invalidDate
        31/4
          unparsed
          ! invalidDate
        100 ngày đầu năm 2026
          unparsed
          ! unparsedDeadline
        02 tuần đầu tháng 5/2026
          unparsed
          ! unparsedDeadline
        tháng 13/2026
          unparsed
          ! impossiblePeriod
        Tháng 13
          unparsed
          ! impossiblePeriod
        quý V/2026
          unparsed
          ! impossiblePeriod
        Quý 5/2026
          unparsed
          ! impossiblePeriod
        quý VI
          unparsed
          ! impossiblePeriod
        15/6/26
          date 2026-06-15..2026-06-15 on
          ! shortYear
        Trước ngày 15/6/26
          date ..2026-06-15 before
          ! shortYear
        Tháng 6/26
          month 2026-06-01..2026-06-30 within
          ! shortYear
        6/26
          unparsed
          ! unparsedDeadline
        Từ ngày 30/6/2026 đến ngày 01/3/2026
          range 2026-06-30..2026-03-01 within
          ! reversedPeriod
        Từ tháng 6 đến tháng 3/2026
          range 2026-06-01..2026-03-31 within
          ! reversedPeriod
        2030-2026
          range 2030-01-01..2026-12-31 within
          ! reversedPeriod
          ! yearOutsidePeriod
        tháng 9-3/2026
          range 2026-09-01..2026-03-31 within
          ! reversedPeriod
        Tháng 11, 13/2026
          unparsed
          ! unparsedDeadline
          ! assumedYear
        Trước ngày 20/6/026
          unparsed
          ! unparsedDeadline
        Quý lll/2026
          quarter 2026-07-01..2026-09-30 within
          ! misreadTime
        Quý lV năm 2026
          quarter 2026-10-01..2026-12-31 within
          ! misreadTime
        Quý 1V/2026
          quarter 2026-10-01..2026-12-31 within
          ! misreadTime
        Trưóc ngày 30/6/2026
          date ..2026-06-30 before
          ! misreadTime
        Nãm 2026
          year 2026-01-01..2026-12-31 within
          ! misreadTime
        Quý I và quý lII/2026
          quarter 2026-01-01..2026-03-31 within
          quarter 2026-07-01..2026-09-30 within
          ! misreadTime
        Trước 3O/6/2026
          date ..2026-06-30 before
          ! misreadTime
        20/l2/2026
          date 2026-12-20..2026-12-20 on
          ! misreadTime
        Tháng 6/15
          unparsed
          ! unparsedDeadline
        Đã hoàn thành
          unparsed
          ! unparsedDeadline
        Trong giờ hành chính
          unparsed
          ! unparsedDeadline
        Trong thời gian diễn ra kỳ họp
          unparsed
          ! unparsedDeadline
        Ủy ban nhân dân tỉnh họp
          unparsed
          ! unparsedDeadline
        Quý I, II, V/2026
          unparsed
          ! unparsedDeadline
          ! assumedYear
        Từ ngày 31/4/2026 đến ngày 30/5/2026
          unparsed
          ! invalidDate
        Từ ngày 01/4/2026 đến ngày 31/6/2026
          unparsed
          ! invalidDate
        29/02/2026
          unparsed
          ! invalidDate
        Tháng 00/2026
          unparsed
          ! impossiblePeriod
        Ngày 32/5/2026
          unparsed
          ! invalidDate
        15/13/2026
          unparsed
          ! invalidDate
        Trước ngày 0/6/2026
          unparsed
          ! invalidDate
        Tháng 2/2026 (trước ngày 30/02)
          unparsed [Tháng 2/2026]
          ! invalidDate
        Trước ngày 25
          unparsed
          ! unparsedDeadline
        15 ngày
          unparsed
          ! unparsedDeadline
        Triển khai ngay
          unparsed
          ! unparsedDeadline
        Hoàn thành sớm nhất
          unparsed
          ! unparsedDeadline
        Tháng …/2026
          unparsed
          ! unparsedDeadline
        Trước ngày …/…/2026
          unparsed
          ! unparsedDeadline
        Quý .../2026
          unparsed
          ! unparsedDeadline
        Tháng /2026
          unparsed
          ! unparsedDeadline
        IV/2026
          unparsed
          ! unparsedDeadline
        2026, 2027
          unparsed
          ! unparsedDeadline
        Trước 15 ngày
          unparsed
          ! unparsedDeadline
        """)
}
