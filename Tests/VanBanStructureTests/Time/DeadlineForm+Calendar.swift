/// Days, months, quarters, years and ranges of them, in a plan for 2026.
extension DeadlineForm {
    /// Times of the calendar.
    static let calendar = parsed(
        """
        xong trước 30/6
          date ..2026-06-30 before
          ! assumedYear
        hoàn thành trong Quý 2
          quarter 2026-04-01..2026-06-30 within
          ! assumedYear
        từ tháng 3 đến tháng 5/2026
          range 2026-03-01..2026-05-31 within
        tháng 3-5/2026
          range 2026-03-01..2026-05-31 within
        quý I-III/2026
          range 2026-01-01..2026-09-30 within
        Quý I - III/2026
          range 2026-01-01..2026-09-30 within
        trước 17h00 ngày 15/6
          date ..2026-06-15 before
          ! assumedYear
        trước 17 giờ 30 ngày 15/6/2026
          date ..2026-06-15 before
        15-Apr-26
          date 2026-04-15..2026-04-15 on
          ! shortYear
        15-Apr-2026
          date 2026-04-15..2026-04-15 on
        15-Apr
          date 2026-04-15..2026-04-15 on
          ! assumedYear
        Mar-26
          month 2026-03-01..2026-03-31 within
        15-Abc-26
          unparsed
          ! unparsedDeadline
        2026-2030
          range 2026-01-01..2030-12-31 within
        2026 - 2030
          range 2026-01-01..2030-12-31 within
        đến hết năm 2026
          year 2026-01-01..2026-12-31 by
        Trước ３０/６/２０２６
          date ..2026-06-30 before
        Qúy II/2026
          quarter 2026-04-01..2026-06-30 within
        Quý 1/2024
          quarter 2024-01-01..2024-03-31 within
          ! yearOutsidePeriod
        Q1/2024
          quarter 2024-01-01..2024-03-31 within
          ! yearOutsidePeriod
        Q.I/2026
          quarter 2026-01-01..2026-03-31 within
        QI/2026
          quarter 2026-01-01..2026-03-31 within
        Quý 01/2026
          quarter 2026-01-01..2026-03-31 within
        Quý I năm 2026
          quarter 2026-01-01..2026-03-31 within
        Quý I, năm 2026
          quarter 2026-01-01..2026-03-31 within
        6 tháng cuối năm
          range 2026-07-01..2026-12-31 within
          ! assumedYear
        6 tháng đầu năm 2026
          range 2026-01-01..2026-06-30 within
        06 tháng cuối năm 2026
          range 2026-07-01..2026-12-31 within
        cuối năm
          date ..2026-12-31 by
          ! assumedYear
        đầu năm
          date 2026-01-01..2026-01-01 on
          ! assumedYear
        cuối tháng 6
          date ..2026-06-30 by
          ! assumedYear
        giữa tháng 6/2026
          date 2026-06-15..2026-06-15 on
        Nửa đầu tháng 5/2026
          range 2026-05-01..2026-05-15
        nửa cuối tháng 02/2026
          range 2026-02-16..2026-02-28
        Nửa đầu quý II/2026
          range 2026-04-01..2026-05-15
        Ngày 05 tháng tám năm 2026
          date 2026-08-05..2026-08-05 on
        Trước ngày 15 tháng mười hai năm 2026
          date ..2026-12-15 before
        Kỳ họp giữa năm 2026
          year 2026-01-01..2026-12-31 within [Kỳ họp]
        Đầu quý III/2026
          date 2026-07-01..2026-07-01 on
        Cuối quý II
          date ..2026-06-30 by
          ! assumedYear
        Đầu tháng 6
          date 2026-06-01..2026-06-01 on
          ! assumedYear
        Dịp 30/4, 01/5
          date 2026-04-30..2026-04-30 on
          date 2026-05-01..2026-05-01 on
          ! assumedYear
          ! assumedYear
        Nhân dịp kỷ niệm ngày 27/7
          date 2026-07-27..2026-07-27 on <kỷ niệm>
          ! assumedYear
        Ngày 10/10
          date 2026-10-10..2026-10-10 on
          ! assumedYear
        Ngày Chuyển đổi số quốc gia 10/10
          date 2026-10-10..2026-10-10 on <Ngày Chuyển đổi số quốc gia>
          ! assumedYear
        Ngày Pháp luật Việt Nam (09/11)
          date 2026-11-09..2026-11-09 on <Ngày Pháp luật Việt Nam>
          ! assumedYear
        Trước ngày 31/12/2024
          date ..2024-12-31 before
          ! yearOutsidePeriod
        trước ngày 15/6/2023
          date ..2023-06-15 before
          ! yearOutsidePeriod
        giai đoạn 2021-2025
          range 2021-01-01..2025-12-31 within
          ! yearOutsidePeriod
        Giai đoạn 2026 - 2030
          range 2026-01-01..2030-12-31 within
        từ ngày 15/12/2020 đến ngày 14/3/2021
          range 2020-12-15..2021-03-14 within
          ! yearOutsidePeriod
        Đến năm 2030, tầm nhìn đến năm 2045
          year 2030-01-01..2030-12-31 by
          year 2045-01-01..2045-12-31 by [tầm nhìn]
          ! yearOutsidePeriod
          ! yearOutsidePeriod
        17h00 ngày 15/6/2026
          date 2026-06-15..2026-06-15 on
        17:00 ngày 15/6/2026
          date 2026-06-15..2026-06-15 on
        Từ 8h00 ngày 01/6 đến 17h00 ngày 30/6/2026
          range 2026-06-01..2026-06-30 within
        từ tháng 12 đến tháng 3 năm sau
          range 2026-12-01..2027-03-31 within
          ! assumedYear
        tháng 11, 12/2026 và tháng 1/2027
          range 2026-11-01..2026-12-31 within
          month 2027-01-01..2027-01-31 within
          ! yearOutsidePeriod
        Báo cáo 6 tháng trước ngày 30/6
          date ..2026-06-30 before semiannual [Báo cáo 6 tháng]
          ! assumedYear
        Năm ngân sách 2026
          year 2026-01-01..2026-12-31 within
        15/6-30/6/2026
          range 2026-06-15..2026-06-30 within
        Hoàn thành trước 31/3/2026
          date ..2026-03-31 before
        Hoàn thành trong tháng 6 năm 2026
          month 2026-06-01..2026-06-30 within
        Trước ngày 05/6 và 05/12/2026
          date ..2026-06-05 before
          date ..2026-12-05 before
        Từ tháng 01 đến tháng 12/2026
          range 2026-01-01..2026-12-31 within
        Từ Quý II/2026 đến hết Quý IV/2026
          range 2026-04-01..2026-12-31 within
        Quý II, IV/2026
          quarter 2026-04-01..2026-06-30 within
          quarter 2026-10-01..2026-12-31 within
        Quý I, II, III, IV năm 2026
          range 2026-01-01..2026-12-31 within
        Cả năm 2026
          year 2026-01-01..2026-12-31 within
        Trong năm 2026
          year 2026-01-01..2026-12-31 within
        Năm 2026 và các năm tiếp theo
          range 2026-01-01.. after
        Năm 2026, 2027
          range 2026-01-01..2027-12-31 within
        Các năm 2026, 2027, 2028
          range 2026-01-01..2028-12-31 within
        2026 - 2028
          range 2026-01-01..2028-12-31 within
        Trong tháng 3 (đợt 1); tháng 9 (đợt 2)
          month 2026-03-01..2026-03-31 within
          month 2026-09-01..2026-09-30 within
          ! assumedYear
          ! assumedYear
        Đợt 1: tháng 4/2026; Đợt 2: tháng 10/2026
          month 2026-04-01..2026-04-30 within [Đợt 1]
          month 2026-10-01..2026-10-31 within [Đợt 2]
        Lần 1 trước 15/6; lần 2 trước 15/12
          date ..2026-06-15 before [Lần 1]
          date ..2026-12-15 before [lần 2]
          ! assumedYear
          ! assumedYear
        Xong trước ngày 20/02/2026
          date ..2026-02-20 before
        Hoàn thành 100% trong năm 2026
          year 2026-01-01..2026-12-31 within [Hoàn thành 100%]
        Đạt 80% trước 30/6/2026, 100% trước 31/12/2026
          date ..2026-06-30 before [Đạt 80%]
          date ..2026-12-31 before [100%]
        Báo cáo sơ kết trước ngày 15/6, tổng kết trước ngày 15/12
          date ..2026-06-15 before [Báo cáo sơ kết]
          date ..2026-12-15 before [tổng kết]
          ! assumedYear
          ! assumedYear
        Tháng 6/2026 (sơ kết), tháng 12/2026 (tổng kết)
          month 2026-06-01..2026-06-30 within [sơ kết]
          month 2026-12-01..2026-12-31 within [tổng kết]
        Quý 4 năm 2026
          quarter 2026-10-01..2026-12-31 within
        Quý IV 2026
          quarter 2026-10-01..2026-12-31 within
        Tháng 12-2026
          month 2026-12-01..2026-12-31 within
        12.2026
          month 2026-12-01..2026-12-31 within
        30.6.2026
          date 2026-06-30..2026-06-30 on
        Đến 31/12/2026
          date ..2026-12-31 by
        Đến ngày 30/6/2026 hoàn thành
          date ..2026-06-30 by
        Từ nay đến 30/6/2026
          range ..2026-06-30 by
        Từ nay đến cuối năm
          range ..2026-12-31 by
          ! assumedYear
        Đầu quý II/2026
          date 2026-04-01..2026-04-01 on
        Giữa năm 2026
          date 2026-06-30..2026-06-30 on
        Cuối năm 2026
          date ..2026-12-31 by
        Nửa cuối năm 2026
          range 2026-07-01..2026-12-31 within
        Tuần 1 tháng 6/2026
          month 2026-06-01..2026-06-30 within
        Tuần thứ hai của tháng 5/2026
          month 2026-05-01..2026-05-31 within
        Tháng 5 (Tháng Công nhân)
          month 2026-05-01..2026-05-31 within
          ! assumedYear
        Ngay trong tháng 01/2026
          month 2026-01-01..2026-01-31 within
        Kể từ ngày 01/01/2026
          range 2026-01-01.. after
        Từ ngày 01/7/2025
          range 2025-07-01.. after
          ! yearOutsidePeriod
        Năm 2026 (theo kế hoạch của Bộ)
          year 2026-01-01..2026-12-31 within
        Tháng 7/2026 - 12/2026
          range 2026-07-01..2026-12-31 within
        Tháng 7 - tháng 12/2026
          range 2026-07-01..2026-12-31 within
        Từ 01/01 - 31/12/2026
          range 2026-01-01..2026-12-31 within
        Từ ngày 01/01/2026-31/12/2026
          range 2026-01-01..2026-12-31 within
        Báo cáo kết quả về Sở Nội vụ trước ngày 20/11/2026 để tổng hợp
          date ..2026-11-20 before [Báo cáo kết quả về Sở Nội vụ]
        Trước ngày 15/6 (báo cáo 6 tháng) và trước ngày 15/12 (báo cáo năm)
          date ..2026-06-15 before
          date ..2026-12-15 before
          ! assumedYear
          ! assumedYear
        Trước ngày 31/01 năm sau
          date ..2027-01-31 before
          ! assumedYear
          ! yearOutsidePeriod
        Trước 31/01/2027
          date ..2027-01-31 before
          ! yearOutsidePeriod
        Trong quý I năm kế hoạch
          quarter 2026-01-01..2026-03-31 within
          ! assumedYear
        Năm 2025-2026
          range 2025-01-01..2026-12-31 within
        Tháng 02, 05, 08, 11
          month 2026-02-01..2026-02-28 within
          month 2026-05-01..2026-05-31 within
          month 2026-08-01..2026-08-31 within
          month 2026-11-01..2026-11-30 within
          ! assumedYear
        Ngày 30/4 và 01/5
          date 2026-04-30..2026-04-30 on
          date 2026-05-01..2026-05-01 on
          ! assumedYear
          ! assumedYear
        Quý I: xây dựng; Quý II: trình ban hành
          quarter 2026-01-01..2026-03-31 within [xây dựng]
          quarter 2026-04-01..2026-06-30 within [trình ban hành]
          ! assumedYear
          ! assumedYear
        Tháng 3: Kế hoạch; tháng 12: Báo cáo
          month 2026-03-01..2026-03-31 within [Kế hoạch]
          month 2026-12-01..2026-12-31 within [Báo cáo]
          ! assumedYear
          ! assumedYear
        Báo cáo UBND tỉnh trước ngày 10/12
          date ..2026-12-10 before [Báo cáo UBND tỉnh]
          ! assumedYear
        Hội nghị tổng kết công tác nhân sự tháng 12/2026
          month 2026-12-01..2026-12-31 within [Hội nghị tổng kết công tác nhân sự]
        29/02/2028
          date 2028-02-29..2028-02-29 on
          ! yearOutsidePeriod
        T6/2026
          month 2026-06-01..2026-06-30 within
        Từ đầu năm đến cuối tháng 6/2026
          range 2026-01-01..2026-06-30 within
        Từ cuối tháng 3/2026
          range 2026-03-31.. after
        Từ ngày 15 tháng 6 đến 15 tháng 12 năm 2026
          range 2026-06-15..2026-12-15 within
        ngày 15/6/2026 (thứ Hai)
          date 2026-06-15..2026-06-15 on
        Thứ Sáu, ngày 12/6/2026
          date 2026-06-12..2026-06-12 on
        8h00, thứ Sáu, ngày 12/6/2026
          date 2026-06-12..2026-06-12 on
        Tháng 1; tháng 7
          month 2026-01-01..2026-01-31 within
          month 2026-07-01..2026-07-31 within
          ! assumedYear
          ! assumedYear
        Từ tháng 1-6/2026; tháng 7-12/2026
          range 2026-01-01..2026-06-30 within
          range 2026-07-01..2026-12-31 within
        Quý I và cả năm 2026
          quarter 2026-01-01..2026-03-31 within
          year 2026-01-01..2026-12-31 within
        Năm 2026 trở đi
          range 2026-01-01.. after
        Từ năm 2026 trở đi
          range 2026-01-01.. after
        Từ quý II/2026 trở đi
          range 2026-04-01.. after
        Trước 30 tháng 6
          date ..2026-06-30 before
          ! assumedYear
        Trước 30 tháng 6 năm 2026
          date ..2026-06-30 before
        Hạn cuối: 30/6/2026
          date ..2026-06-30 by
        Hạn chót 30/6
          date ..2026-06-30 by
          ! assumedYear
        Thời hạn hoàn thành: 30/6/2026
          date 2026-06-30..2026-06-30 on
        Hoàn thành chậm nhất trong Quý III/2026
          quarter 2026-07-01..2026-09-30 by
        Chậm nhất đến ngày 30/6/2026
          date ..2026-06-30 by
        Không muộn hơn 30/6/2026
          date ..2026-06-30 by
        Đến hết quý II/2026
          quarter 2026-04-01..2026-06-30 by
        Đến tháng 6/2026
          month 2026-06-01..2026-06-30 by
        Đến hết ngày 30 tháng 6 năm 2026
          date ..2026-06-30 by
        06/2026
          month 2026-06-01..2026-06-30 within
        6/2026
          month 2026-06-01..2026-06-30 within
        Trước ngày 10 tháng 01 năm sau
          date ..2027-01-10 before
          ! assumedYear
          ! yearOutsidePeriod
        Tháng 6, 9, 12/2026
          month 2026-06-01..2026-06-30 within
          month 2026-09-01..2026-09-30 within
          month 2026-12-01..2026-12-31 within
        Tháng 6 - 7/2026
          range 2026-06-01..2026-07-31 within
        tháng 6;7/2026
          range 2026-06-01..2026-07-31 within
        Quý 1,2,3/2026
          range 2026-01-01..2026-09-30 within
        Quý I+II/2026
          range 2026-01-01..2026-06-30 within
        Quý III/2026 đến Quý I/2027
          range 2026-07-01..2027-03-31 within
        Tháng 10/2026 đến tháng 3/2027
          range 2026-10-01..2027-03-31 within
        Tháng … năm 2026
          unparsed
          ! unparsedDeadline
        Hạn cuối 15/7/2026
          date ..2026-07-15 by
        Chậm nhất 30 tháng 6
          date ..2026-06-30 by
          ! assumedYear
        """)

    /// Days and months that share what stands behind the last of them.
    static let sharedTails = parsed(
        """
        15-20/9/2026
          range 2026-09-15..2026-09-20 within
        05 – 07/9/2026
          range 2026-09-05..2026-09-07 within
        Ngày 05-07/9/2026
          range 2026-09-05..2026-09-07 within
        03-05/02
          range 2026-02-03..2026-02-05 within
          ! assumedYear
        15-20 tháng 9 năm 2026
          range 2026-09-15..2026-09-20 within
        Từ ngày 05 đến 07/9/2026
          range 2026-09-05..2026-09-07 within
        Trước 15-20/9/2026
          range ..2026-09-20 by
        3-9/2026
          range 2026-03-01..2026-09-30 within
        T3-4/2026
          range 2026-03-01..2026-04-30 within
        3-4/2026 và 9/2026
          range 2026-03-01..2026-04-30 within
          month 2026-09-01..2026-09-30 within
        Ngày 10, 15/10/2026
          date 2026-10-10..2026-10-10 on
          date 2026-10-15..2026-10-15 on
        10, 15 và 20/10/2026
          date 2026-10-10..2026-10-10 on
          date 2026-10-15..2026-10-15 on
          date 2026-10-20..2026-10-20 on
        Ngày 05 và ngày 07/9/2026
          date 2026-09-05..2026-09-05 on
          date 2026-09-07..2026-09-07 on
        Từ ngày 05 đến ngày 10 hằng tháng
          recurring monthly
        """)
}
