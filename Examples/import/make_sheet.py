"""Makes the sample of a sheet that a system imports: sheet.xlsx, and the units' codes beside it."""

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.datavalidation import DataValidation

UNITS = [
    ("H46.01", "Sở Nội vụ"), ("H46.02", "Sở Tư pháp"), ("H46.03", "Sở Tài nguyên và Môi trường"), ("H46.04", "Thanh tra tỉnh"),
    ("H46.05", "Văn phòng Ủy ban nhân dân tỉnh"), ("H46.06", "Sở Y tế"), ("H46.07", "Sở Thông tin và Truyền thông"),
    ("H46.08", "Sở Nông nghiệp và Phát triển nông thôn"), ("H46.09", "Sở Tài chính"), ("H46.10", "Sở Giáo dục và Đào tạo"),
    ("H46.11", "Sở Giao thông vận tải"), ("H46.12", "Sở Lao động - Thương binh và Xã hội"), ("H46.13", "Công an tỉnh"),
    ("H46.14", "Báo tỉnh"), ("H46.15", "Đài Phát thanh và Truyền hình tỉnh"), ("H46.20", "UBND cấp huyện"), ("H46.21", "UBND cấp xã"),
    ("H46.30", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"), ("H46.31", "Hội Liên hiệp Phụ nữ tỉnh"),
]
HEADS = [
    ("STT", 6), ("Số văn bản (*)", 18), ("Ngày ban hành", 14), ("Nội dung nhiệm vụ (*)", 60), ("Mã (*)", 10), ("Tên", 32),
    ("Đơn vị phối hợp", 32), ("Hạn hoàn thành (*)", 14), ("Thời hạn ghi trong văn bản", 20), ("Sản phẩm", 28), ("Trạng thái", 16),
    ("% hoàn thành", 10), ("Người theo dõi", 20),
]

book = Workbook()
sheet = book.active
sheet.title = "NhapNhiemVu"
sheet["A1"] = "DANH SÁCH NHIỆM VỤ NHẬP VÀO HỆ THỐNG THEO DÕI"
sheet["A1"].font = Font(bold=True, size=14)
sheet.merge_cells("A1:M1")
sheet["A2"] = "Cột có dấu (*) là bắt buộc. Ngày ghi dạng ngày/tháng/năm."
for number, (head, width) in enumerate(HEADS, 1):
    letter = sheet.cell(4, number).column_letter
    sheet.column_dimensions[letter].width = width
    row = 5 if head in ("Mã (*)", "Tên") else 4
    cell = sheet.cell(row, number, head)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
    if row == 4:
        sheet.merge_cells(start_row=4, end_row=5, start_column=number, end_column=number)
sheet["E4"] = "Đơn vị chủ trì"
sheet["E4"].font = Font(bold=True)
sheet.merge_cells("E4:F4")
units = book.create_sheet("DonVi")
units.append(["Mã", "Tên"])
for unit in UNITS:
    units.append(unit)
for letter, rule in {
    "D": DataValidation(type="textLength", operator="lessThanOrEqual", formula1="500"),
    "E": DataValidation(type="list", formula1="DonVi!$A$2:$A$%d" % (len(UNITS) + 1)),
    "H": DataValidation(type="date", operator="greaterThan", formula1="36526"),
    "K": DataValidation(type="list", formula1='"Chưa thực hiện,Đang thực hiện,Hoàn thành"'),
    "L": DataValidation(type="whole", operator="between", formula1="0", formula2="100"),
}.items():
    sheet.add_data_validation(rule)
    rule.add("%s6:%s5000" % (letter, letter))
book.save("sheet.xlsx")
with open("units.csv", "w", encoding="utf-8") as file:
    file.write("id,name\n" + "".join("%s,%s\n" % unit for unit in UNITS))
